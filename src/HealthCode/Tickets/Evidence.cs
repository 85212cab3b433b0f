namespace HealthBao.HealthCode.Tickets;

/// <summary>What may be attached, told by its first bytes and never by what the sender calls it.</summary>
internal static class Evidence
{
    public const string Kinds = "application/pdf, image/jpeg or image/png";

    /// <summary>The media type, or null when it is none of the three.</summary>
    public static string? KindOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => "application/pdf",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        _ => null,
    };

    public static string PlaceOf(string number, int piece) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"evidence {number} {piece}");
}
