# What files are, how they are saved in a form that is published, and what stands in them where.
type-xls = an old Excel workbook
type-excel-xml = a workbook of Excel 2003 as XML
type-doc = an old Word document
type-word-xml = a document of Word 2003 as XML
type-rtf = a Rich Text document
type-ppt = an old PowerPoint presentation
type-pptx = a PowerPoint presentation
type-odp = a presentation
type-old-office = a file of an old Microsoft Office
type-locked-office = a file of Office with a password
type-outlook = an Outlook mail
type-mail = a mail or a saved web page
type-heic = a photograph of a telephone (.heic)
type-avif = an AVIF picture
type-webp = a WebP picture
type-tiff = a TIFF picture
type-gif = a GIF picture
type-bmp = a bitmap
type-zip = a ZIP archive
type-rar = a RAR archive
type-seven-zip = a 7z archive
type-gzip = a gzip archive
type-html = a web page (HTML)
type-xml = an XML file
type-svg = an SVG drawing
type-pdf = a PDF
type-csv = a CSV table
type-text = plain text
type-json = JSON data
type-geojson = a GeoJSON map
type-png = a PNG picture
type-jpeg = a JPEG picture
type-xlsx = an Excel workbook
type-docx = a Word document
type-ods = a spreadsheet
type-odt = a text document
type-unknown = a file of an unknown type
type-program = a program or a script

# How to save it so that it can be published.
save-excel = open it in Excel, choose File > Save As and the type Excel Workbook (*.xlsx)
save-word = open it in Word, choose File > Save As and the type Word Document (*.docx) or PDF (*.pdf)
save-slides = open it in PowerPoint, choose File > Save As and the type PDF (*.pdf)
save-picture = open it in Paint and choose File > Save as > JPEG picture
save-telephone =
    set the iPhone to Settings > Camera > Formats > Most Compatible before taking the next pictures
    For this one, open it in Photos of Windows and choose Save as with the type .jpg
    Or send it from the iPhone again, as a picture by LINE or as JPEG by e-mail
save-printed = open it in its program and choose File > Print > Microsoft Print to PDF
save-unpacked = unpack it (right-click > Extract All) and attach its files one by one
save-again = open it in the program it was made with and save it as .{ $expected }; do not only rename it

# How to save it without its password.
unlock-xlsx = open it in Excel with the password, choose File > Info > Protect Workbook > Encrypt with Password, empty the password and save
unlock-docx = open it in Word with the password, choose File > Info > Protect Document > Encrypt with Password, empty the password and save
unlock-pdf = open it with the password, choose Print > Microsoft Print to PDF and attach the result
unlock-others = open the file with the password and choose Save As without Save with password

# Places within a file.
place-line = line { $name }
place-page = page { $name }
place-sheet = sheet { $name }
place-body = the text of the document
place-header = a page header or footer
place-comment = a comment { $name }
place-note = a footnote
place-property = the file's properties { $name }
place-hidden = a hidden part { $name }
place-row = row { $row }
place-cell = cell { $cell }
place-within = { $place }, { $within }
place-inside = { $place }, in { $inside }

# What is hidden.
kind-tracked-text = tracked changes
kind-hidden-text = hidden text
kind-hidden-cells = hidden sheets, rows or columns
kind-filtered-cells = rows that a filter hides
kind-inner-file = a file inside
kind-leftovers = text that a program kept
kind-comment = comments
kind-layer = layers
kind-empty-part = hidden parts without anything in them
kind-author = names of authors
kind-thumbnail = a thumbnail
kind-position = where the picture was taken

# What acts by itself.
kind-script = a script or macro
kind-action = an action
kind-template = a template elsewhere
kind-field = a field that fetches
kind-external-link = a link to another file
kind-connection = a data connection
kind-object = an object that runs a program
kind-formula = a formula that fetches
kind-form = a form that runs by itself

# Why a file was not read.
kind-absent = it is not there
kind-unreadable = it cannot be read
kind-encrypted = it has a password
kind-too-costly = it is too large or complex

# Something hidden or active, how often, and where.
part = { $what }: { $count } ({ $place })
