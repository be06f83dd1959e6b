// Works on a page that is complete without it: opens citations beside the line, filters lines, switches the theme.
(function () {
  'use strict';
  var doc = document, panel = doc.getElementById('panel'), opener = null;

  function text(id) { return doc.getElementById(id); }

  // ---- a citation opens its sentence with the paragraphs around it ----
  function open(link) {
    var target = text(decodeURIComponent(link.getAttribute('href').slice(1)));
    if (!target || !target.closest('.rep')) return false;
    var article = target.closest('.rep'), block = target.closest('p,h4') || target;
    panel.textContent = '';
    var bar = doc.createElement('div'); bar.className = 'bar';
    var name = doc.createElement('span'); name.textContent = link.textContent + ' \u00b7 ' + article.querySelector('h3').textContent;
    var close = doc.createElement('button'); close.type = 'button'; close.textContent = 'Close'; close.onclick = shut;
    bar.appendChild(name); bar.appendChild(close); panel.appendChild(bar);
    var meta = article.querySelector('.sm').cloneNode(true); panel.appendChild(meta);
    [block.previousElementSibling, block, block.nextElementSibling].forEach(function (node) {
      if (!node || !/^(P|H4)$/.test(node.tagName) || node.className === 'sm') return;
      var copy = node.cloneNode(true);
      if (copy.id === target.id) mark(copy);
      copy.removeAttribute('id');
      copy.querySelectorAll('[id]').forEach(function (s) { if (s.id === target.id) mark(s); s.removeAttribute('id'); });
      if (node !== block) copy.classList.add('near');
      panel.appendChild(copy);
    });
    var full = doc.createElement('p'); full.className = 'sm';
    var go = doc.createElement('a'); go.href = link.getAttribute('href'); go.textContent = 'Read it in the report'; go.dataset.plain = '1'; go.onclick = function () { shut(); };
    full.appendChild(go); panel.appendChild(full);
    panel.hidden = false; opener = link; close.focus();
    return true;
  }
  function mark(node) { node.classList.add('hit'); }
  function shut() { if (panel.hidden) return; panel.hidden = true; if (opener) opener.focus({ preventScroll: true }); opener = null; }

  doc.addEventListener('click', function (e) {
    var link = e.target.closest && e.target.closest('a[href^="#"]');
    if (link && !link.dataset.plain && !link.closest('.toc') && !e.ctrlKey && !e.metaKey && !e.shiftKey) {
      var svg = link.namespaceURI !== 'http://www.w3.org/1999/xhtml';
      if (!svg && open(link)) e.preventDefault();
      return;
    }
    if (!panel.hidden && !panel.contains(e.target)) shut();
  });
  doc.addEventListener('keydown', function (e) { if (e.key === 'Escape') shut(); });

  // ---- show lines of some sources only ----
  var form = doc.querySelector('.tools');
  if (!form) return;
  var lines = Array.prototype.slice.call(doc.querySelectorAll('.rows .r[data-o], .st[data-o]')), count = text('cnt'), find = text('find');
  function filter() {
    var on = {}, two = form.elements.two.checked, words = find.value.trim().toLowerCase(), shown = 0, all = true;
    form.querySelectorAll('input[name=o]').forEach(function (b) { on[b.value] = b.checked; if (!b.checked) all = false; });
    lines.forEach(function (line) {
      var letters = line.dataset.o ? line.dataset.o.split(' ') : [];
      var ok = (all || letters.some(function (l) { return on[l] !== false; })) && (!two || letters.length > 1) && (!words || line.textContent.toLowerCase().indexOf(words) >= 0);
      line.classList.toggle('off', !ok);
      if (ok) shown++;
    });
    count.textContent = shown === lines.length ? '\u00a0' : shown + ' of ' + lines.length + ' lines';
  }
  form.addEventListener('input', filter);
  form.addEventListener('submit', function (e) { e.preventDefault(); });
  text('theme').onclick = function () {
    var root = doc.documentElement, dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try { localStorage.attacheTheme = root.dataset.theme; } catch (err) { /* a page opened from a file may have no storage */ }
  };
  addEventListener('beforeprint', function () { doc.querySelectorAll('details').forEach(function (d) { d.open = true; }); });
})();
