using System.Text.Json;
using HealthBao.Adapters.Settings;
using HealthBao.Contracts.Jose;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Calls;

/// <summary>The hub's pinned call key, from the configuration or from a file that may come, and change, later.</summary>
internal sealed class HubCallKey(IOptions<HubOptions> options)
{
    private readonly Lock gate = new();
    private VerificationKey? key;
    private DateTime readAt;

    /// <summary>The key, or null while there is none.</summary>
    public VerificationKey? Current
    {
        get
        {
            lock (gate) return options.Value.CallKey.TrimStart().StartsWith('{') ? key ??= Parse(options.Value.CallKey) : FromFile(options.Value.CallKey);
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
