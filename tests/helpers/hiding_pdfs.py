"""PDFs by what their pages hide, and by what only looks hidden."""

from helpers import concealing_pdfs as concealing
from helpers.concealing_pdfs import BLACK_BOX, words

_BIG = {"XObject": {"/Page": concealing.picture_of_a_page()}}
HIDDEN = {
    "without ink": concealing.drawn_pdf(f"3 Tr {words()}"),
    "as a clip": concealing.drawn_pdf(f"7 Tr {words()}"),
    "white on paper": concealing.drawn_pdf(f"1 g {words()}"),
    "nearly white, by ink": concealing.drawn_pdf(f"0 0 0 0.02 k {words()}"),
    "black on black": concealing.drawn_pdf(f"{BLACK_BOX} 0 0 0 rg {words()}"),
    "under a black box": concealing.drawn_pdf(f"{words()} {BLACK_BOX}"),
    "under a white box": concealing.drawn_pdf(f"{words()} 1 g 40 690 400 25 re f"),
    "under a thick line": concealing.drawn_pdf(f"{words()} 25 w 40 702 m 440 702 l S"),
    "under a rounded box": concealing.drawn_pdf(
        f"{words()} 45 690 m 440 690 l 445 690 445 720 440 720 c 45 720 l 35 720 35 690 45 690 c f"
    ),
    "under a small picture": concealing.drawn_pdf(
        f"{words()} q 400 0 0 25 40 690 cm /Page Do Q", **_BIG
    ),
    "as dots": concealing.drawn_pdf(words(size=0.4)),
    "as dots, by a matrix": concealing.drawn_pdf(f"q .01 0 0 .01 50 700 cm {words(x=0, y=0)} Q"),
    "beside the page": concealing.drawn_pdf(words(x=700)),
    "fully transparent": concealing.drawn_pdf(
        f"/Clear gs {words()}", ExtGState={"/Clear": {"/ca": 0.0}}
    ),
    "on a layer that is off": concealing.layered_pdf("OFF"),
    "under an annotation": concealing.annotated_pdf({"/Subtype": "/Square"}, "0 g 0 0 400 25 re f"),
    "in a note that is not shown": concealing.annotated_pdf(
        {"/Subtype": "/Text", "/F": 2, "/Contents": "หมายเหตุ ซ่อนไว้"}
    ),
    "in a field that is not shown": concealing.annotated_pdf(
        {"/Subtype": "/Widget", "/FT": "/Tx", "/F": 32, "/V": "ค่าที่ซ่อนไว้"}
    ),
}
SHOWN = {
    "white on a dark box": concealing.drawn_pdf(f"{BLACK_BOX} 1 g {words()}"),
    "white in a frame of a form": concealing.drawn_pdf(
        f"0 0 .5 rg 0 680 600 40 re f q 1 1 1 rg {words()} Q"
    ),
    "white on a picture": concealing.drawn_pdf(
        f"q 595 0 0 842 0 0 cm /Page Do Q 1 g {words()}", **_BIG
    ),
    "recognised on a scan": concealing.drawn_pdf(
        f"q 595 0 0 842 0 0 cm /Page Do Q 3 Tr {words()}", **_BIG
    ),
    "recognised under a scan": concealing.drawn_pdf(
        f"{words()} q 595 0 0 842 0 0 cm /Page Do Q", **_BIG
    ),
    "in a ring": concealing.drawn_pdf(f"{words()} 30 680 420 45 re 40 690 400 25 re f*"),
    "over a line": concealing.drawn_pdf(f"{words()} 40 698 400 0.7 re f"),
    "under a marker": concealing.drawn_pdf(
        f"{words()} /Marker gs 1 1 0 rg 40 690 400 25 re f",
        ExtGState={"/Marker": {"/BM": "/Multiply"}},
    ),
    "in a form that is drawn": concealing.form_pdf("/Form Do"),
    "on a layer that is on": concealing.layered_pdf("ON"),
    "in a field": concealing.annotated_pdf(
        {"/Subtype": "/Widget", "/FT": "/Tx", "/F": 4, "/V": "ค่าที่เห็น"}, "q Q"
    ),
    "as an outline": concealing.drawn_pdf(f"1 g 0 G 1 Tr {words()}"),
    "once hidden and once shown": concealing.drawn_pdf(f"3 Tr {words()} 0 Tr {words(y=600)}"),
}
