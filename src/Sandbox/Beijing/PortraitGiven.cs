namespace HealthBao.Sandbox.Beijing;

/// <summary>A picture of a made-up citizen.</summary>
/// <param name="Picture">JPEG or PNG; base64 in JSON.</param>
internal sealed record PortraitGiven(string DocumentNumber, byte[] Picture);
