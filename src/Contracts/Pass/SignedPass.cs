namespace HealthBao.Contracts.Pass;

/// <summary>A pass in both renditions.</summary>
/// <param name="Api">The API rendition: a plain JWT.</param>
/// <param name="Card">The card rendition: a SMART Health Card.</param>
public sealed record SignedPass(string Api, string Card)
{
    /// <summary>The QR's text, <c>shc:/…</c>.</summary>
    public string Qr => ShcText.Encode(Card);
}
