using System.Xml;
using HealthBao.Adapters.Enquiry;

namespace HealthBao.Adapters.Regions.Tianjin;

/// <summary>The elements of <c>&lt;response&gt;</c>: flat, each at most once.</summary>
internal sealed class TianjinReply
{
    private const int MaxBytes = 16 * 1024;

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    private readonly Dictionary<string, string> fields;

    private TianjinReply(Dictionary<string, string> fields) => this.fields = fields;

    /// <summary>The text of an element; empty and absent are the same.</summary>
    public string this[string name] => fields.GetValueOrDefault(name, "");

    /// <summary>A DTD, nesting, an element that stands twice, another encoding and half a document are unreadable.</summary>
    public static SourceAnswer<TianjinReply> Parse(SourceReply reply)
    {
        if (reply.Body.Length > MaxBytes) return SourceFault.TooLarge;
        if (!Utf8Text.TryRead(reply, out var text)) return SourceFault.Unreadable;
        try
        {
            using var xml = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), Strict);
            return ReadResponse(xml) is { } fields ? new TianjinReply(fields) : SourceFault.Unreadable;
        }
        catch (XmlException)
        {
            return SourceFault.Unreadable;
        }
    }

    private static Dictionary<string, string>? ReadResponse(XmlReader xml)
    {
        xml.Read();
        if (xml.NodeType == XmlNodeType.XmlDeclaration && xml.GetAttribute("encoding") is { } encoding && !Utf8Text.IsUtf8(encoding)) return null;
        if (xml.MoveToContent() != XmlNodeType.Element || xml.IsEmptyElement) return null;
        xml.ReadStartElement("response", "");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (xml.MoveToContent() == XmlNodeType.Element)
            if (!fields.TryAdd(xml.Name, xml.ReadElementContentAsString()))
                return null;

        xml.ReadEndElement();
        return xml.MoveToContent() == XmlNodeType.None ? fields : null;
    }
}
