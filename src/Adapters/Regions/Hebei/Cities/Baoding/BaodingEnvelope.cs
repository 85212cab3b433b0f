using System.Xml.Linq;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Hebei.Cities.Baoding;

/// <summary>The SOAP 1.1 envelope around a document in CDATA.</summary>
internal static class BaodingEnvelope
{
    public const string Action = "urn:baoding:jkm#jkm";

    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Jkm = "urn:baoding:jkm";

    /// <summary>The question, as text that is yet to be written in GBK.</summary>
    public static string Ask(PersonName name, IdentityDocument document)
    {
        var request = new XElement("request",
            new XElement("head", new XElement("functionNo", "JKM001"), new XElement("targetOrg", BaodingSource.Authority)),
            new XElement("body",
                new XElement("ZJLX", document.Type.Zjlx()),
                new XElement("ZJHM", document.Number),
                new XElement("XM", name.Value)));
        var envelope = new XElement(Soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "soapenv", Soap.NamespaceName),
            new XElement(Soap + "Body",
                new XElement(Jkm + "jkm",
                    new XAttribute(XNamespace.Xmlns + "jkm", Jkm.NamespaceName),
                    new XElement("arg0", new XCData(request.ToString(SaveOptions.DisableFormatting))))));
        return $"<?xml version=\"1.0\" encoding=\"GBK\"?>{envelope.ToString(SaveOptions.DisableFormatting)}";
    }

    /// <summary>The document inside the answer, still as text; a SOAP Fault is a fault of the source.</summary>
    public static SourceAnswer<string> Open(string text)
    {
        var envelope = BaodingXml.TryRead(text);
        if (envelope?.Name != Soap + "Envelope" || envelope.Element(Soap + "Body") is not { } body) return SourceFault.Unreadable;
        if (body.Element(Soap + "Fault") is not null) return SourceFault.Faulted;
        return body.Element(Jkm + "jkmResponse")?.Elements("return").ToList() is [var only] ? only.Value : SourceFault.Unreadable;
    }
}
