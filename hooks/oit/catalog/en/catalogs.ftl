# Descriptions of the data for catalogues (DCAT, Data Package, GD Catalog)
dcat = Public disclosure of the { $office } (OIT)
    .about = The data of the open-data assessment (OIT), one dataset per item.
    .whole = { $item }, everything
series = { $title }, all fiscal years
service = Data for programs (API)
    .about = The index, the data of each item and tables, as JSON and CSV, with their JSON Schemas.
distribution = { $item } { $about }
open-copy = { $title } (CSV copy)
package = Tables disclosed by the { $office } (OIT)
index = Index, one row per item
evidence = Evidence, one row per piece
events = What happened in { $year }
answers = Answers { $year }

# Values of the lists of GD Catalog
gd-title = { $title }, fiscal year { $year }
gd-sample = sample
gd-type = various types
gd-objective = mission of the agency
gd-link = another website
gd-coverage = district
gd-category = public data
gd-monthly = month
gd-quarterly = quarter
gd-semiannual = half-year
gd-annual = year
