"""What the tests share: tiny sites, made files, fakes of the outside world."""
