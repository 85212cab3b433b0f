using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace HealthBao.Sandbox.StandIns.Baoding;

/// <summary>The envelopes Baoding reads and writes.</summary>
internal static class BaodingSoap
{
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Jkm = "urn:baoding:jkm";

    public static Encoding Gbk { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding("GBK", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <exception cref="FormatException">The envelope holds no request.</exception>
    public static XElement Request(string envelope)
    {
        // XElement.Parse refuses a DTD by itself.
        var argument = XElement.Parse(envelope).Element(Soap + "Body")?.Element(Jkm + "jkm")?.Element("arg0")?.Value;
        return XElement.Parse(argument ?? throw new FormatException("No argument."));
    }

    public static string Response(XElement inner) =>
        Envelope(new XElement(Jkm + "jkmResponse",
            new XAttribute(XNamespace.Xmlns + "jkm", Jkm.NamespaceName),
            new XElement("return", new XCData("<?xml version=\"1.0\" encoding=\"GBK\"?>" + inner.ToString(SaveOptions.DisableFormatting)))));

    public static string Fault(string code, string text) =>
        Envelope(new XElement(Soap + "Fault", new XElement("faultcode", code), new XElement("faultstring", text)));

    public static XElement Status(string jkmzt, DateTimeOffset? asOf) =>
        new("response", new XElement("state", "0"), new XElement("JKMZT", jkmzt), new XElement("SXSJ", asOf is { } instant ? Beijing(instant) : ""));

    public static XElement Refusal() => new("response", new XElement("state", "1"), new XElement("JKMZT"), new XElement("SXSJ"));

    private static string Beijing(DateTimeOffset instant) =>
        instant.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Envelope(XElement content) =>
        "<?xml version=\"1.0\" encoding=\"GBK\"?>" + new XElement(Soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "soapenv", Soap.NamespaceName),
            new XElement(Soap + "Body", content)).ToString(SaveOptions.DisableFormatting);
}
