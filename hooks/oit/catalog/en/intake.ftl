# Files that arrive: what they are taken for, why, what is asked, and the reply to what cannot be published yet.

target = { $item } { $requirement }
clue-name = the file's name has “{ $seen }”
clue-title = the beginning of the document has “{ $seen }”
clue-sheet = the name of a sheet has “{ $seen }”
clue-table = the table's headings are those of “{ $seen }”
clue-last = it is like the published file “{ $seen }”
clue-division = it names the section “{ $seen }”
clue-owed = there is no evidence yet; due on { $seen }
clue-period = it names { $seen }

asks-target = Which entry is this file for?
asks-year = This file has several periods. Publish each sheet as the evidence of its period?
asks-clean = This file has content that its reader does not see or that acts by itself. Remove it before publishing?
asks-replace = Evidence is published for this period already. Use this file instead? If so, please give the reason.

objection-other-period = The file's name says { $named }, but its title says { $other }
objection-other-round = The file says { $named }, for which nothing is asked in this fiscal year's round

# The reply by e-mail, to the section that sent the file
reply = Subject: Please correct the file “{ $file }” before it is published on the website
    .to = To the { $post }
    .to-nobody = To the sender of the file
    .cause = We have received the file “{ $file }” to be published as “{ $place }”. It cannot be published yet. Please correct the following.
    .cause-unknown = We have received the file “{ $file }” to be published on the website. It cannot be published yet. Please correct the following.
    .steps = How to correct it
    .more = The same is found in { $count } more places. Please look through the whole file.
    .again = Once it is corrected, please send the new file in the same way. The file received this time has not been published.
    .closing = Thank you for your co-operation.
    .unknown = It is not clear to which item and period this file belongs

# What was found in a file that arrived, which lies in no item's folder yet
matter-personal-id-in-name = There is a national ID number in the name of the file “{ $file_name }”, so it must not be published
matter-file-empty = The file “{ $file_name }” is empty (0 bytes)

# Steps in Word and Excel, by the id of what was found
steps-unknown =
    Please say in the e-mail which item and period the file is for, such as: monthly procurement summary, March 2025
    Please name the file by its subject and period, and send it again
steps-other-period =
    Please open the file and check of which period its data are
    If the data are right, correct the period in the file's name or in its title
    If another file was meant, please send the file of that period
steps-other-round =
    Please check the month and the year in the file's name and in its title
    If they are mistyped, correct them and save the file
    If the data are of another fiscal year, please say so by e-mail before you send the file
steps-file-too-large =
    In a Word document, choose a picture, then Picture Format > Compress Pictures > Web (150 ppi)
    For a PDF, open the original in Word and save it as PDF with “Minimum size”
    If it is still larger than 100 MB, divide it into several files
steps-file-disguised =
    Please { $how }
    Check that the new file opens, then send that file
steps-file-old-format =
    Please { $how }
    Check that the new file opens, then send that file
steps-file-macros =
    Open the file in Excel or Word and choose File > Save As
    Choose “Excel Workbook (*.xlsx)” or “Word Document (*.docx)” and press Save
    When the program asks about macros, choose to save without them
steps-file-unopenable =
    Open the original on the computer that made it, and choose File > Save As under a new name
    Close the program and open the new file to check that it shows everything
steps-file-encrypted =
    Please { $unlock }
    Close the program and open the new file to check that it asks for no password
steps-file-empty =
    Open the original to check that it has content, and save it again
    Look at the size of the file before you send it: a file with content is larger than 0 KB
steps-file-too-costly =
    Open the file in Excel and delete sheets, rows and columns that are not used
    Press Ctrl and End to see that the last cell is near the data, then save it as a new file
steps-file-active =
    Open the file in the program that made it, and remove the part named above
    For links in Excel, choose Data > Edit Links > Break Link
    Save the file again, or choose File > Print > Microsoft Print to PDF and send that PDF
steps-file-unread =
    Open the file in the program that made it, and remove the part named above
    Choose File > Save As under a new name, and send that file
steps-hidden-tracked =
    Open the file in Word and choose Review > Accept > Accept All Changes and Stop Tracking
    Read the whole document again
    Choose File > Info > Check for Issues > Inspect Document to see that no change is left, then save
steps-hidden-text =
    Open the file in Word, press Ctrl and A, choose Home > Font, and clear “Hidden”
    Delete text that is not to be published, and look for text in the colour of its ground
    Choose File > Info > Check for Issues > Inspect Document, then save
steps-hidden-cells =
    Open the file in Excel, right-click the name of a sheet and choose “Unhide” to see hidden sheets
    Press Ctrl and A, right-click the headings of rows and columns, choose “Unhide”, and clear all filters
    Delete sheets, rows and columns that are not to be published, and leave visible those that are
    Choose File > Info > Check for Issues > Inspect Document to see that nothing hidden is left, then save
steps-hidden-file =
    Open the file and delete the object or file that is embedded or attached
    If its content is to be shown, paste it as a picture or a table
    Save the file. If the embedded file is to be published, please send it as a file of its own
steps-hidden-leftovers =
    Open the file in the program that made it, and choose File > Save As under a new name
    For a PDF, open the original and save it as PDF again
steps-pdf-empty =
    Open the original in Word or Excel and check that it has content
    Choose File > Save As > PDF (*.pdf), and look at it before you send it
steps-pdf-scan =
    Open the original in Word or Excel instead of scanning from paper
    Choose File > Save As > PDF (*.pdf), or send the original .xlsx or .docx
steps-pdf-thai-broken =
    Open the original in Word, select all text and change its font to TH Sarabun New
    Choose File > Save As > PDF (*.pdf)
    Open the PDF and copy its text into Word to check that it is correct Thai
steps-table-broken =
    Open the file in Excel and check that it looks right
    Choose File > Save As > Excel Workbook (*.xlsx)
steps-table-column-missing =
    Open the page of this item on the website and download the template
    Copy the data into the template, each column under its heading, and save it
steps-table-column-similar =
    Open the file in Excel and go to the heading named above
    Type the heading “{ $detail }” and save the file
steps-table-cell =
    Open the file in Excel and go to the cell named above
    Change the value to { $detail } and save the file
steps-table-total =
    Open the file in Excel and compare the total named above with the rows of the table
    Correct what differs, using the formula “=SUM” over all rows, and save the file
steps-table-empty =
    Fill in at least one row of the table, and save it
    If there was nothing in this period, please answer this e-mail with “nothing in this period” and the reason, without a file
steps-personal-id =
    Open the original and go to the place named above
    Delete the national ID numbers, or the whole column if it need not be published; do not hide the column or change the colour of its text
    Check every sheet, the comments, headers and footers, then save it as a new file
    Please delete the e-mail and the file with these numbers, and do not pass the old file on
steps-personal-id-in-name =
    Rename the file without a national ID number
    Please delete the e-mail with that file name, and send it again
steps-credentials =
    Open the original and delete the passwords in the place named above
    Change these passwords at once, as they were sent by e-mail
    Save it as a new file, and delete the old e-mail
steps-period-named-otherwise =
    Open the file and check the month and the year in the names of its sheets and in its title
    If the data are of { $period }, correct the names of sheets and the title, and save the file
    If they are of another period, please send the file of { $period }
steps-workbook-of-periods =
    Open the file in Excel and right-click the name of the sheet of { $period }
    Choose Move or Copy > new book, and tick “Create a copy”
    Save the new workbook as .xlsx, and send that file
steps-office-named-otherwise =
    Open the file and check the name of the district office in its title
    If the data are of { $expected } District Office, correct the name in the title, and save the file
steps-content-repeated =
    Open the file and check whether its data are of { $period } or of { $other_period }
    Please send the file of { $period }. If one document is for several periods, name all of them in its title
steps-summary-early =
    Please send the file again at the end of the period, so that its data cover all of it

# What the site would show
size = { $kilobytes } KB
rows = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    } in all
