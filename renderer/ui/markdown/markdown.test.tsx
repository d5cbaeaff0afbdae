import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown.tsx';
import { parseBlocks } from './parse-blocks.ts';
import { parseInline } from './parse-inline.ts';
import { svgAddress } from './picture.tsx';

const html = (text: string): string =>
  renderToStaticMarkup(<Markdown text={text} headingLevel={3} />).replace(
    /^<div class="markdown">|<\/div>$/g,
    '',
  );

describe('blocks', () => {
  it('shifts headings to their place in the page', () => {
    expect(html('# One\n\n## Two ##\nText')).toBe('<h3>One</h3><h4>Two</h4><p>Text</p>');
  });

  it('joins the lines of a paragraph', () => {
    expect(html('one\ntwo\n\nthree')).toBe('<p>one two</p><p>three</p>');
  });

  it('renders tables with their alignment, pipes in code and empty cells', () => {
    const table = '| week | HNT |\n|---|--:|\n| `a|b` | 1 |\n| 2 \\| 3 | |';
    expect(html(table)).toContain(
      '<thead><tr><th align="left">week</th><th align="right">HNT</th></tr></thead>',
    );
    expect(html(table)).toContain('<tr><td align="left"><code>a|b</code></td><td align="right">1</td></tr>');
    expect(html(table)).toContain('<tr><td align="left">2 | 3</td><td align="right"></td></tr>');
  });

  it('renders lists, one inside another', () => {
    expect(html('- a\n- b\n  - c\n- d')).toBe('<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>');
    expect(html('1. a\n2. b')).toBe('<ol><li>a</li><li>b</li></ol>');
  });

  it('keeps code as it is', () => {
    expect(html('```sh\nnpm start # *now*\n\n<b>\n```\nafter')).toBe(
      '<pre tabindex="0"><code>npm start # *now*\n\n&lt;b&gt;</code></pre><p>after</p>',
    );
  });

  it('renders quotes and rules', () => {
    expect(html('> a\n> b\n\n---\n')).toBe('<blockquote><p>a b</p></blockquote><hr/>');
  });
});

describe('inline', () => {
  it('understands emphasis, code and escapes', () => {
    expect(html('**a *b*** `c*d*` \\*e\\* f_g_h')).toBe(
      '<p><strong>a <em>b</em></strong> <code>c*d*</code> *e* f_g_h</p>',
    );
  });

  it('links to the web, and to nothing else', () => {
    expect(html('[a](https://x.org/a_(b)) <https://y.org>, https://z.org/q?a=1.')).toBe(
      '<p><a href="https://x.org/a_(b)" target="_blank" rel="noreferrer">a</a> ' +
        '<a href="https://y.org" target="_blank" rel="noreferrer">https://y.org</a>, ' +
        '<a href="https://z.org/q?a=1" target="_blank" rel="noreferrer">https://z.org/q?a=1</a>.</p>',
    );
    expect(html('[a](javascript:alert(1)) [b](data.csv)')).toBe('<p><em>a</em> <em>b</em></p>');
  });

  it('shows pictures that came with the text, and the words of any other', () => {
    const pictures = new Map([['charts/a.svg', svgAddress('<svg>"1 % & 2"</svg>')]]);
    const shown = renderToStaticMarkup(
      <Markdown
        text={'![up \\[2\\] %](charts/a.svg)\n\n![other](charts/b.svg) ![far](https://x.org/a.svg)'}
        headingLevel={3}
        places={{ picture: (url) => pictures.get(url) }}
      />,
    );
    expect(shown).toContain(
      '<p><img src="data:image/svg+xml,%3Csvg%3E%221%20%25%20%26%202%22%3C%2Fsvg%3E" alt="up [2] %"/></p><p>other far</p>',
    );
    expect(html('![constructor](constructor)')).toBe('<p>constructor</p>');
  });

  it('leads to places that whoever shows it knows', () => {
    const link = (url: string) => (url === 'a.md' ? '#/help' : undefined);
    const shown = renderToStaticMarkup(
      <Markdown text="[a](a.md) [b](b.md)" headingLevel={2} places={{ link }} />,
    );
    expect(shown).toContain('<p><a href="#/help">a</a> <em>b</em></p>');
  });
});

describe('safety', () => {
  it('never puts markup of the text into the page', () => {
    expect(html('<script>alert(1)</script> <img src=x onerror=alert(1)>')).not.toMatch(/<(script|img)/);
  });

  it('takes any text', () => {
    const letters = fc.constantFrom(...'ab \n\n\t-*_`|#>[]()!<\\1.~:/');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 200 }), (text) => {
        expect(() => html(text)).not.toThrow();
      }),
    );
  });

  it('is not slowed down by what looks like markup', () => {
    const signs = ['*', '[', '`', '| ', '- ', '> ', '<!--', '_a', '**a ', '[a](', '# ', '\\', '](', '`a``'];
    for (const sign of signs) {
      const text = sign.repeat(100_000 / sign.length);
      expect(() => html(text)).not.toThrow();
      expect(() => html(`- ${text}`)).not.toThrow();
    }
    expect(parseBlocks('a'.repeat(100_000))).toHaveLength(1);
    expect(parseInline('a'.repeat(100_000))).toHaveLength(1);
  });
});
