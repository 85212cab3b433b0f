using System.Text;
using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Tests.Trust;

/// <summary>A token whose claims were changed and which was then signed anew.</summary>
internal static class EditedClaims
{
    public static string Sign(string type, string token, SigningKey key, Action<JsonObject> edit)
    {
        var claims = JsonNode.Parse(SignedToken.ReadUnverified(token, int.MaxValue, 64)!)!.AsObject();
        edit(claims);
        return SignedToken.Sign(type, key, Encoding.UTF8.GetBytes(claims.ToJsonString()));
    }
}
