using System.Globalization;
using System.Text.Encodings.Web;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Enquiry;
using HealthBao.HealthCode.Tickets;

namespace HealthBao.HealthCode.Paper;

/// <summary>The page that is printed: A6, both languages, no script, nothing from elsewhere. The shape stands beside the colour, since many print black.</summary>
internal static class PaperPage
{
    /// <summary>Lets the page's own style stand and nothing else.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Style =
        "@page{size:A6;margin:6mm}body{font:10pt/1.4 sans-serif;color:#000;background:#fff;max-width:93mm;margin:0 auto}h1{font-size:13pt;margin:0 0 2mm}" +
        ".status{font-size:14pt;font-weight:bold;border:.6mm solid;border-radius:2mm;padding:1.5mm 2mm;margin:2mm 0}svg{width:38mm;height:38mm;display:block;margin:1mm auto}" +
        "dl{display:grid;grid-template-columns:auto 1fr;gap:0 2mm;margin:1mm 0}dt{color:#333}dd{margin:0}p{margin:1mm 0}.small{font-size:8pt}";

    /// <summary>Writes the page.</summary>
    /// <param name="code">The content of the QR; null where nothing is held, and a scan would say no more.</param>
    public static string Of(Determination.Determination said, MaskedIdentity identity, string? code, string issuer)
    {
        var (status, text, way) = (said.Status.Words(), StatusTexts.Of(said.Status, said.IsLate), WaysOut.OfProxy(said));
        var day = said.ValidUntil.ToOffset(ShanghaiDay.Offset).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
            <title>健康状态纸质凭证 · Health status on paper</title><style>{Style}</style></head><body>
            <h1>健康状态纸质凭证 <span lang="en">Health status on paper</span></h1>
            <p class="status">{ShapeOf(said.Status)} {Html(status.Zh)} <span lang="en">{Html(status.En)}</span></p>
            <dl><dt>姓名 <span lang="en">Name</span></dt><dd>{Html(identity.Name.ToString())}</dd>
            <dt>证件 <span lang="en">Document</span></dt><dd>{Html(identity.DocumentNumber)} ({identity.DocumentType.Code()})</dd>
            <dt>有效至 <span lang="en">Valid until</span></dt><dd>{day} 24:00</dd>
            <dt>打印 <span lang="en">Printed</span></dt><dd>{Html(ShanghaiDay.Format(said.At))} {Html(issuer)}</dd></dl>
            {(code is null ? "" : PassQrPicture.NativeToSvg(code))}
            <p>{Html(text.Zh)}</p><p lang="en">{Html(text.En)}</p>
            {(way is null ? "" : $"<p>{Html(way.Do.Zh)}</p><p lang=\"en\">{Html(way.Do.En)}</p>")}
            <p class="small">须与本人证件同时出示；以扫码结果为准。咨询 {Html(said.Appeal.Telephone)}</p>
            <p class="small" lang="en">Show it together with the document itself; what a scan says counts. Questions: {Html(said.Appeal.Telephone)}</p>
            </body></html>
            """;
    }

    private static string ShapeOf(HealthStatus status) => status switch
    {
        HealthStatus.NoAbnormality => "✓",
        HealthStatus.HomeObservation => "⌂",
        HealthStatus.CentralObservation => "■",
        HealthStatus.CannotConfirm => "?",
        _ => "○",
    };

    private static string Html(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);
}
