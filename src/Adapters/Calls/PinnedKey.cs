using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.Adapters.Calls;

/// <summary>A public key of the hub that this adapter is told to trust: from the configuration, or from a file that may come, and change, later.</summary>
internal abstract class PinnedKey(string configured)
{
    private readonly Lock gate = new();
    private VerificationKey? key;
    private DateTime readAt;

    /// <summary>The key, or null while there is none.</summary>
    public VerificationKey? Current
    {
        get
        {
            lock (gate) return configured.TrimStart().StartsWith('{') ? key ??= Parse(configured) : FromFile(configured);
        }
    }

    public static VerificationKey? Parse(string json)
    {
        try
        {
            return EcJwk.Parse(JsonElement.Parse(json)) is { } jwk ? new(jwk) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private VerificationKey? FromFile(string path)
    {
        if (!File.Exists(path)) return key;
        var written = File.GetLastWriteTimeUtc(path);
        if (written == readAt) return key;
        (key, readAt) = (Parse(File.ReadAllText(path)), written);
        return key;
    }
}
