/* A link half behind the edge of a table is brought whole into view when a keyboard comes to it. */
document.addEventListener("focusin", (event) => {
  "use strict";
  const isWithinTable = event.target.parentElement?.closest(".oit-scroll");
  if (isWithinTable && event.target.matches(":focus-visible")) {
    event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
});
