"""Pages built to be slow: each shape is a function of a size; twice the size must not cost much more than twice the work.

Real parsers were quadratic on many of these: nesting, attributes, lists of links, tables, captions, declared values.
"""
SENTENCE = ("<p>The council of Sorn put off its vote on the new breakwater for the third time on Tuesday, saying that the engineers of "
            "quay %d had brought a different map.</p>")
ONE = SENTENCE % 1


def body(inside, head=""):
    return "<html><head>%s</head><body>%s</body></html>" % (head, inside)


def each(n, template):
    return "".join(template % k for k in range(n))


SHAPES = {
    "paragraphs": lambda n: body("<article>" + each(n, SENTENCE) + "</article>"),
    "the same paragraph": lambda n: body("<article>" + ONE * n + "</article>"),
    "one long paragraph": lambda n: body("<p>" + "The council put off its vote. " * 4 * n + "</p>"),
    "linked headings": lambda n: body("<h1>T</h1>" + "".join('<h2><a href="/%d">Headline number %d about things</a></h2><p>Short.</p>' % (k, k) for k in range(n)) + ONE),
    "headings": lambda n: body(each(n, "<h1>Title %d</h1>") + ONE),
    "links": lambda n: body("<p>" + "<a href=x>l</a> " * n + "</p>" + ONE),
    "lists": lambda n: body("<article>" + ONE + each(n, "<ul><li>one %d</li></ul>") + "</article>"),
    "cells": lambda n: body("<table><tr>" + "<td>1</td>" * n + "</tr></table>" + ONE),
    "captions": lambda n: body("<article>" + each(n, "<figure><figcaption>A council in session in Sorn, %d. (Photo: Jon Ling)</figcaption></figure>") + ONE + "</article>"),
    "credits": lambda n: body("<article>" + ONE + each(n, "<p>By Jane Doe%d</p><p>(Reuters)</p>") + "</article>"),
    "times": lambda n: body("<div class=x><time datetime=2020-01-01>1 January 2020</time></div>" * n + ONE),
    "boxes": lambda n: body("".join('<div class="part%d related">%s</div>' % (k, SENTENCE % k) for k in range(n)) + ONE),
    "articles": lambda n: body("".join("<article><h1>Title %d</h1>%s</article>" % (k, SENTENCE % k) for k in range(n))),
    "meta authors": lambda n: body(ONE, each(n, '<meta name=author content="Jane Doe%d">')),
    "meta titles": lambda n: body("<h1>Title</h1>" + ONE, each(n, '<meta property=og:title content="Title %d | Site">')),
    "data scripts": lambda n: body(ONE, "".join('<script type="application/ld+json">{"@type":"NewsArticle","headline":"x%d","author":{"name":"Jane %d"}}</script>' % (k, k) for k in range(n))),
    "comments": lambda n: body("<!-- x --><p>t</p>" * n + ONE),
    "drawings": lambda n: body("<svg>" * n + ONE),
    "misnested": lambda n: body("<b><i><u>" * min(n, 300) + "<p>t</b></i></u>" * n + ONE),
    "entities": lambda n: body("<p>" + "&amp;&lt;&#x41;&nosuch;" * n + "</p>" + ONE),
    "breaks": lambda n: body("<p>" + "word<br>" * n + "</p>" + ONE),
}

# One page each: refused with a named error or read, in under a second.
EXTREMES = {
    "20,000 nested boxes": lambda: body("<div>" * 20000 + ONE + "</div>" * 20000),
    "200,000 nested boxes": lambda: body("<div>" * 200000 + ONE + "</div>" * 200000),
    "40,000 attributes": lambda: body("<p " + " ".join("a%d=1" % k for k in range(40000)) + ">x</p>" + ONE),
    "10 MB in one paragraph": lambda: body("<p>" + ("The council put off its vote. " * 360000)[:10 << 20] + "</p>"),
    "10 MB in one word": lambda: body("<p>" + "x" * (10 << 20) + "</p>"),
    "a million open drawings": lambda: body("<svg>" * 1000000 + ONE),
    "an attribute that never ends": lambda: body(ONE + '<a href="' + "x" * (10 << 20)),
    "100,000 nested lists in JSON-LD": lambda: body(ONE, '<script type="application/ld+json">' + "[" * 100000 + "</script>"),
}
