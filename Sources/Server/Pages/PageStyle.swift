import Crypto
import Foundation

/// How the pages look: one style for all, light and dark, for phones and desks.
enum PageStyle {
  /// What browsers are told to allow: this style, forms to this server, and nothing else.
  static let contentSecurityPolicy: String = {
    let hash = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    return "default-src 'none'; style-src 'sha256-\(hash)'; img-src data:; form-action 'self'; "
      + "base-uri 'none'; frame-ancestors 'none'"
  }()

  /// The style sheet.
  static let text = """
    :root{color-scheme:light dark;--back:#f4f2ee;--card:#fff;--ink:#1d1b18;--soft:#65605a;\
    --line:#ddd8d0;--edge:#8d857b;--accent:#b3401f;--on:#fff;--good:#1d6b3c;\
    --goodback:#e5f3ea;--bad:#9d1c1c;\
    --badback:#fbe9e7;--shade:0 1px 2px #0001,0 12px 32px #0000000d}
    @media(prefers-color-scheme:dark){:root{--back:#141210;--card:#1e1b18;--ink:#f1ede7;\
    --soft:#aaa299;--line:#39342e;--edge:#7d756b;--accent:#f08a5d;--on:#1d0f08;--good:#8fdcab;\
    --goodback:#16301f;--bad:#ffb4ab;--badback:#3c1613;--shade:none}}
    *{box-sizing:border-box}
    body{margin:0;min-height:100vh;background:var(--back);color:var(--ink);\
    font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC",\
    "Noto Sans CJK SC","Microsoft YaHei",sans-serif;display:flex;flex-direction:column;\
    align-items:center;padding:clamp(1rem,5vh,4rem) 1rem 2rem}
    header,main,footer{width:100%;max-width:27rem}
    .wide header,.wide main,.wide footer{max-width:44rem}
    header{display:flex;align-items:center;gap:.6rem;margin-bottom:1.25rem}
    header a{display:flex;align-items:center;gap:.6rem;color:inherit;text-decoration:none;\
    font-weight:700;font-size:1.15rem;letter-spacing:.01em}
    header form{margin-left:auto}
    .card{background:var(--card);border:1px solid var(--line);border-radius:14px;\
    padding:clamp(1.25rem,4vw,2rem);box-shadow:var(--shade);margin-bottom:1rem}
    h1{font-size:1.5rem;line-height:1.25;margin:0 0 .4rem;letter-spacing:-.01em}
    h2{font-size:1.05rem;margin:0 0 .75rem}
    p{margin:0 0 1rem}
    .soft,small{color:var(--soft)}
    label{display:block;font-weight:600;margin:0 0 .3rem}
    input{width:100%;font:inherit;color:inherit;background:var(--back);\
    border:1px solid var(--edge);border-radius:9px;padding:.65rem .75rem;margin-bottom:.25rem}
    input[aria-invalid=true]{border-color:var(--bad)}
    .field{margin-bottom:1rem}
    button,.button{display:inline-block;font:inherit;font-weight:600;color:var(--on);\
    background:var(--accent);border:1px solid transparent;border-radius:9px;padding:.65rem 1.1rem;\
    cursor:pointer;text-decoration:none;text-align:center}
    button:hover,.button:hover{filter:brightness(1.07)}
    .full{width:100%}
    .quiet{background:transparent;color:var(--ink);border-color:var(--edge);font-weight:500}
    button.quiet{padding:.35rem .8rem}
    .card>:last-child{margin-bottom:0}
    a{color:var(--accent)}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .note{border-radius:9px;padding:.75rem .9rem;margin:0 0 1rem}
    .good{background:var(--goodback);color:var(--good)}
    .bad{background:var(--badback);color:var(--bad)}
    dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:1rem;margin:0}
    dt{color:var(--soft);font-size:.875rem}
    dd{margin:0;font-size:1.35rem;font-weight:650;overflow-wrap:anywhere}
    ul{list-style:none;margin:0;padding:0}
    .tokens li{display:flex;gap:1rem;align-items:center;justify-content:space-between;\
    padding:.75rem 0;border-top:1px solid var(--line)}
    .tokens li:first-child{border-top:0;padding-top:0}
    .tokens li:last-child{padding-bottom:0}
    .tokens strong{overflow-wrap:anywhere}
    .tokens small{display:block}
    .links{display:flex;flex-wrap:wrap;gap:.75rem}
    code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
    .secret{display:block;background:var(--back);border:1px dashed var(--line);\
    border-radius:9px;padding:.75rem;margin:.5rem 0;user-select:all;color:var(--ink)}
    .row{display:grid;gap:0 .75rem}
    @media(min-width:34rem){.row{grid-template-columns:1fr 1fr}}
    footer{color:var(--soft);font-size:.875rem;text-align:center;margin-top:.5rem}
    """
}
