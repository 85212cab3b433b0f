using System.Buffers;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Tests;

/// <summary>A partner with its key, and the assertions it makes.</summary>
public sealed record TestPartner(string ClientId, string Region, string Scope)
{
    public const string TokenAddress = "http://127.0.0.1:8000/v1/token";

    public static readonly TestPartner Gate = new("tianjin-gate", "120000", "verify query");
    public static readonly TestPartner Scanner = new("beijing-scanner", "110000", "verify");
    public static readonly TestPartner Operator = new("operator", "110000", "trust audit");

    public static IReadOnlyList<TestPartner> All { get; } = [Gate, Scanner, Operator];

    public SigningKey Key { get; } = SigningKey.Create();

    public string Jwks
    {
        get
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer)) Key.Jwk.WriteTo(writer);
            return $$"""{"keys":[{{Encoding.UTF8.GetString(buffer.WrittenSpan)}}]}""";
        }
    }

    /// <summary>A client assertion as RFC 7523 has it; the parameters make it a wrong one.</summary>
    public string Assertion(
        DateTimeOffset now, string? jti = null, string audience = TokenAddress, int from = 0, int life = 120, string type = "JWT", SigningKey? key = null, string? issuer = null)
    {
        var start = now.AddSeconds(from).ToUnixTimeSeconds();
        return SignedToken.Sign(type, key ?? Key, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["iss"] = issuer ?? ClientId,
            ["sub"] = ClientId,
            ["aud"] = audience,
            ["iat"] = start,
            ["nbf"] = start,
            ["exp"] = start + life,
            ["jti"] = jti ?? Guid.NewGuid().ToString("N"),
        }));
    }

    /// <summary>A request to join, or with another signer to replace keys.</summary>
    public string Request(DateTimeOffset now, string? scope = null, SigningKey[]? keys = null, SigningKey? signer = null, Uri? jwksUri = null) => PartnerRequest.Sign(
        ClientId, "https://hub.healthbao.example", Region, new("查验点", "Checkpoint"), scope ?? Scope, "022-12345", keys ?? [Key], signer ?? Key, now, jwksUri);

    public static FormUrlEncodedContent Form(string assertion, string? scope = null)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
        };
        if (scope is not null) form["scope"] = scope;
        return new(form);
    }
}
