// Counts the time down, looks again when the link has changed, and presses Pay only once. The page works without it.
"use strict";
(() => {
  const page = document.body;
  const timer = document.querySelector(".left");
  const form = document.getElementById("pay-form");
  const open = page.dataset.status === "created" || page.dataset.status === "partially_paid";
  let ends = Date.now() + Number(page.dataset.left) * 1000;
  let leaving = false;

  const words = (seconds) => {
    if (seconds >= 86400) return `${Math.floor(seconds / 86400)} days left`;
    if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min left`;
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`;
  };

  const tick = () => {
    const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
    timer.textContent = words(left);
    timer.classList.toggle("soon", left < 120);
  };

  const look = async () => {
    if (leaving || document.hidden) return;
    try {
      const answer = await fetch(`/pay/${page.dataset.link}/state`, { cache: "no-store" });
      if (!answer.ok) return;
      const state = await answer.json();
      ends = Date.now() + state.left * 1000;
      if (state.rev !== page.dataset.rev && !leaving) location.replace(`/pay/${page.dataset.link}`);
    } catch {
      // The sandbox is away for a moment; the next look will tell.
    }
  };

  if (open) {
    tick();
    setInterval(tick, 1000);
  }
  if (page.dataset.link && !document.querySelector('meta[http-equiv="refresh"]')) setInterval(look, 1500);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  form?.addEventListener("submit", (event) => {
    const button = form.querySelector("button");
    if (leaving) return event.preventDefault();
    leaving = true;
    button.setAttribute("aria-disabled", "true");
    button.textContent = button.dataset.busy;
  });
})();
