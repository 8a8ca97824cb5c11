// Behaviour that no server needs to know of: opening the article on a phone, copying, the theme, and where to scroll.
(() => {
  const narrow = window.matchMedia('(max-width: 1023px)');
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  const motion = (smooth) => (smooth && !still.matches ? 'smooth' : 'auto');

  const showCited = (smooth) => {
    const pane = document.getElementById('source');
    const cited = document.getElementById('cited');
    if (!pane) return;
    const mark = cited && (cited.querySelector('mark .said, tr.cited-row .said, mark') || cited);
    if (mark) mark.scrollIntoView({ block: 'center', inline: 'nearest', behavior: motion(smooth) });
    else pane.scrollTo({ top: 0 });
  };

  const openArticle = () => {
    if (!narrow.matches || document.body.classList.contains('article-open')) return;
    document.body.classList.add('article-open');
    window.history.pushState({ article: true }, '');
    window.setTimeout(() => document.querySelector('#source-bar button')?.focus({ preventScroll: true }), 60);
  };

  const closeArticle = () => {
    if (!document.body.classList.contains('article-open')) return;
    if (window.history.state?.article) window.history.back();
    else document.body.classList.remove('article-open');
  };

  const copyText = async (button) => {
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    const label = button.textContent;
    button.textContent = button.dataset.done;
    window.setTimeout(() => { button.textContent = label; }, 1600);
  };

  // Gradio follows the system's theme; a choice made here is kept over it.
  const chosenTheme = () => window.localStorage.getItem('tracuu-theme');
  const applyTheme = () => {
    const theme = chosenTheme();
    if (theme && document.body.classList.contains('dark') !== (theme === 'dark')) {
      document.body.classList.toggle('dark', theme === 'dark');
    }
  };
  const switchTheme = () => {
    window.localStorage.setItem('tracuu-theme', document.body.classList.contains('dark') ? 'light' : 'dark');
    applyTheme();
  };
  document.documentElement.lang = window.localStorage.getItem('tracuu-language') || 'vi';
  window.addEventListener('DOMContentLoaded', () => {
    applyTheme();
    new MutationObserver(applyTheme).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  });

  window.addEventListener('popstate', () => document.body.classList.remove('article-open'));
  window.addEventListener('click', (event) => {
    const button = event.target.closest?.('button, tr[data-event]');
    if (!button) return;
    if (['cite', 'row', 'document'].includes(button.closest('[data-event]')?.dataset.event)) {
      openArticle();
      window.setTimeout(() => showCited(true), 120);
    }
    if (button.dataset.event === 'language') {
      window.localStorage.setItem('tracuu-language', button.dataset.language);
      document.documentElement.lang = button.dataset.language;
    }
    if (button.dataset.copy) copyText(button);
    if (button.dataset.action === 'theme') switchTheme();
    if (button.dataset.action === 'close') closeArticle();
  });
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeArticle();
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      const box = document.querySelector('#question textarea');
      if (box && box.offsetParent) {
        event.preventDefault();
        box.focus();
      }
    }
  });

  let last = '';
  const showLastTurn = (element) => {
    const turns = element.querySelectorAll('.turn');
    const state = `${turns.length}${element.querySelector('.pending') ? '…' : ''}`;
    if (state === last) return;
    last = state;
    turns[turns.length - 1]?.scrollIntoView({ block: 'start', behavior: motion(true) });
  };

  window.tracuu = {
    // Turns a click on anything that carries data-event into an event of the Gradio component around it.
    forward(element, trigger) {
      element.addEventListener('click', (event) => {
        const target = event.target.closest('[data-event]');
        if (target && element.contains(target)) trigger(target.dataset.event, { ...target.dataset });
      });
    },
    showCited,
    showLastTurn,
  };
})();
