namespace HealthBao.Sandbox.StandIns.Tianjin;

/// <summary>The one application the stand-in for Tianjin's open platform knows.</summary>
/// <param name="AppId">The application's name.</param>
/// <param name="PublicKeyPem">The application's RSA public key.</param>
public sealed record TianjinStandInSettings(string AppId, string PublicKeyPem);
