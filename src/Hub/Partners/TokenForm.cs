using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OpenIddict.Abstractions;

namespace HealthBao.Hub.Partners;

/// <summary>The form of a token request: nothing that counts stands twice (RFC 6749 §3.2), and there is one way to prove oneself (§2.3).</summary>
internal sealed record TokenForm(Dictionary<string, StringValues> Fields)
{
    public const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly string[] Single = ["scope", "client_id"];

    public static TokenForm Read(byte[] body) => new(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)));

    /// <summary>The error of RFC 6749 §5.2 and its words, or null.</summary>
    public (string Error, string Description)? Fault()
    {
        if (Field("grant_type") != "client_credentials") return (OpenIddictConstants.Errors.UnsupportedGrantType, "grant_type must be client_credentials, once.");
        if (Single.FirstOrDefault(n => Fields.TryGetValue(n, out var values) && values.Count > 1) is { } twice)
            return (OpenIddictConstants.Errors.InvalidRequest, $"{twice} may stand once.");
        if (Fields.ContainsKey("client_secret")) return (OpenIddictConstants.Errors.InvalidRequest, "A client proves itself by its assertion alone.");
        return Field("client_assertion_type") == AssertionType && Field("client_assertion") is { Length: > 0 }
            ? null
            : (OpenIddictConstants.Errors.InvalidRequest, $"client_assertion_type must be {AssertionType}, with client_assertion, each once.");
    }

    private string? Field(string name) => Fields.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
}
