/** Namespaces under the one prefix this code knows each by, whatever prefix a document gives them. */

/** Addresses without scheme, "www.", case and closing "/" or "#", since feeds differ in all of these. */
const prefixes: Readonly<Record<string, string>> = {
  'backend.userland.com/rss': '',
  'backend.userland.com/rss2': '',
  'backend.userland.com/rss2.1': '',
  'backend.userland.com/rss092': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.law.harvard.edu/rss': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'purl.org/rss/1.0': '',
  'purl.org/net/rss1.1': '',
  'w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/atom/app': 'app',
  'w3.org/2007/app': 'app',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'w3.org/1999/xhtml': 'xhtml',
  'w3.org/2000/svg': 'svg',
  'w3.org/1998/math/mathml': 'math',
  'w3.org/xml/1998/namespace': 'xml',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'search.yahoo.com/mrss': 'media',
  'video.search.yahoo.com/mrss': 'media',
  'tools.search.yahoo.com/mrss': 'media',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'example.com/dtds/podcast-1.0.dtd': 'itunes',
  'podcastindex.org/namespace/1.0': 'podcast',
  'github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
  'georss.org/georss': 'georss',
  'georss.org/georss/10': 'georss',
  'w3.org/2003/01/geo/wgs84_pos': 'geo',
  'opengis.net/gml': 'gml',
  'purl.org/rss/1.0/modules/slash': 'slash',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'purl.org/syndication/thread/1.0': 'thr',
  'purl.org/syndication/history/1.0': 'fh',
  'wellformedweb.org/commentapi': 'wfw',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'creativecommons.org/ns': 'cc',
  'backend.userland.com/creativecommonsrssmodule': 'creativecommons',
  'cyber.law.harvard.edu/rss/creativecommonsrssmodule.html': 'creativecommons',
  'sitemaps.org/schemas/sitemap/0.9': '',
  'sitemaps.org/schemas/sitemap-news/0.9': 'news',
  'google.com/schemas/sitemap/0.9': '',
  'google.com/schemas/sitemap/0.84': '',
  'google.com/schemas/sitemap-news/0.9': 'news',
  'google.com/schemas/sitemap-image/1.1': 'image',
  'youtube.com/xml/schemas/2015': 'yt',
  'podlove.org/simple-chapters': 'psc',
  'xmlns.com/foaf/0.1': 'foaf',
  'webns.net/mvcb': 'admin',
}

/** The prefix this code uses for a namespace address; undefined for one it does not know. */
export function prefixOf(address: string): string | undefined {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]+$/, '')
  return Object.hasOwn(prefixes, plain) ? prefixes[plain] : undefined
}
