"use strict";(()=>{try{let t=localStorage.getItem("kg-colours");(t==="light"||t==="dark")&&(document.documentElement.dataset.colours=t)}catch{}})();
