using System.Text;
using HealthBao.Contracts.Identity;

namespace HealthBao.HealthCode.People;

/// <summary>The shared codes of document kinds as bytes, and 健康宝's digit for each (<c>idCardType</c>).</summary>
internal static class DocumentCodes
{
    private static readonly byte[][] Codes = [.. DocumentTypes.All.Select(t => Encoding.ASCII.GetBytes(t.Code()))];

    private static readonly DocumentType[] ByDigit =
    [
        DocumentType.ResidentId,
        DocumentType.Passport,
        DocumentType.HmTravelPermit,
        DocumentType.TaiwanTravelPermit,
        DocumentType.HmtResidencePermit,
        DocumentType.ForeignPermanentResidentId,
    ];

    public static ReadOnlySpan<byte> Of(DocumentType type) => Codes[(int)type];

    /// <summary><c>1</c> … <c>6</c>.</summary>
    public static char DigitOf(DocumentType type) => (char)('1' + Array.IndexOf(ByDigit, type));

    public static bool TryRead(ReadOnlySpan<byte> digit, out DocumentType type)
    {
        type = default;
        if (digit.Length != 1 || digit[0] is < (byte)'1' or > (byte)'6') return false;
        type = ByDigit[digit[0] - '1'];
        return true;
    }

    public static bool TryRead(string? digit, out DocumentType type)
    {
        type = default;
        return digit is { Length: 1 } && TryRead([(byte)digit[0]], out type);
    }
}
