using System.Xml;
using System.Xml.Linq;

namespace HealthBao.Adapters.Regions.Hebei.Cities.Baoding;

/// <summary>XML from outside: no DTD, no entities of its own, bounded.</summary>
internal static class BaodingXml
{
    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 256 * 1024,
        MaxCharactersFromEntities = 1024,
        CloseInput = true,
    };

    /// <summary>Null when the text is not a document in GBK; one that declares no encoding is taken as the transport says.</summary>
    public static XElement? TryRead(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Strict);
            var document = XDocument.Load(reader);
            var declared = document.Declaration?.Encoding;
            return string.IsNullOrEmpty(declared) || declared.Equals("GBK", StringComparison.OrdinalIgnoreCase) ? document.Root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
