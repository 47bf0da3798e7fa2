// Runs before the page is painted: light or dark as the reader chose, else as the system
// has it. In a frame without an origin nothing can be kept; then the system decides.
try {
  const chosen = localStorage.getItem("kg-colours");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.colours = chosen;
} catch {
  // as the system has it
}
