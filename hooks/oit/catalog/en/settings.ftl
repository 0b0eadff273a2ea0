# What the settings of mkdocs.yml are for, by model and name; the page guide/settings/ tells it.
office-id = id of the district office, used in all data files; it does not change later
office-name_th = name of the district office in Thai
office-name_en = name of the district office in English
office-telephone = telephone number for contact and for reporting what must be corrected
office-email = e-mail address for contact and for reporting what must be corrected
office-address_th = address in Thai
office-address_en = address in English
office-hours_th = working days and hours in Thai, such as วันจันทร์–วันศุกร์ เวลา 08.00–16.00 น.
office-hours_en = working days and hours in English
office-map_url = link to a map of where the office is
task-name_th = what people come for, in Thai, such as ดูการใช้งบประมาณ
task-name_en = the same in English
task-topics = topics (in mandate.yml) of the items about it
task-url = website where it is done online
licence-id = identifier of the licence by SPDX, such as CC-BY-4.0
licence-title = title of the licence
licence-url = address of the text of the licence
licence-gdcatalog = title of the licence in the list of GD Catalog, such as Open Data Common
repository-url = address of the repository
repository-forge = kind of repository, github or gitlab; github if not given
repository-branch = name of the published version; main if not given
repository-sign_in_relay = for GitHub, the address of the relay by which the form signs in (OAuth relay)
repository-application_id = for GitLab, the id of the application by which the form signs in
upgrade-version = version of the system before the upgrade
upgrade-date = day of the upgrade
site-mode = demonstration: a demonstration website; production: the real website of the office
site-office = the district office whose website it is
site-accepted_types = file types that are accepted as evidence, such as pdf csv xlsx
site-tasks = what people come for, shown on the home page
site-repository = the repository, for the form and the links that edit records
site-coordinator = account or group of the ITA coordinator, who approves changes of the mandate
site-official_home = home page of the office's main website, from which assessors begin
site-licence = terms of use of the data, once the office has decided
site-allowed_hosts = other websites from which pages in docs/ may show maps or pictures, such as www.google.com; none if not given
site-upgraded = the latest upgrade of the system; the command oit upgrade writes it
site-upgrade_days = days after an upgrade in which new rules are only pointed out

# Names of settings that a finding may name.
label-site_name = name of the website
label-site_url = address of this website
label-official_home = home page of the main website
label-licence = terms of use of the data
label-coordinator = account of the ITA coordinator
label-address_th = address of the office
label-hours_th = office hours
label-telephone = telephone number
label-email = e-mail address
label-map_url = map
label-forge = account of the section's reviewers
label-source_th = source of the mandate
label-source_en = source of the mandate, in English

# What a setting looks like.
example-address_th = เลขที่ ถนน แขวง เขต กรุงเทพมหานคร รหัสไปรษณีย์
example-hours_th = วันจันทร์ถึงวันศุกร์ เวลา 08.00–16.00 น.

# The office's name where the settings could not be read.
unread-office = unknown
