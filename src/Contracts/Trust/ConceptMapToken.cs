using System.Text;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>A region's concept map as it publishes it, <c>typ: concept-map+jwt</c>, signed by its enrolment key.</summary>
public static class ConceptMapToken
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "concept-map+jwt";

    private const int MaxBytes = 256 * 1024;

    /// <summary>Signs a map; the map's own bytes travel as text, so that its digest is the one in the trust list.</summary>
    public static string Sign(string issuer, string mapJson, SigningKey enrolmentKey, DateTimeOffset now)
    {
        var map = ConceptMap.Parse(Encoding.UTF8.GetBytes(mapJson));
        return SignedToken.Sign(Type, enrolmentKey, ClaimsJson.Write(new Claims(issuer, now.ToUnixTimeSeconds(), map.Version, map.Sha256, mapJson)));
    }

    /// <summary>Reads a map signed by an issuer's enrolment key.</summary>
    /// <returns>The map, or null when the token is not that.</returns>
    public static ConceptMap? Verify(string? token, string issuer, VerificationKey enrolmentKey)
    {
        var claims = ClaimsJson.Read<Claims>(SignedToken.Verify(token, Type, kid => kid == enrolmentKey.Kid ? enrolmentKey : null, MaxBytes));
        return claims?.Iss == issuer && Read(claims.ConceptMap) is { } map && map.Sha256 == claims.Sha256 && map.Version == claims.Version ? map : null;
    }

    private static ConceptMap? Read(string mapJson)
    {
        try
        {
            return ConceptMap.Parse(Encoding.UTF8.GetBytes(mapJson));
        }
        catch (FormatException)
        {
            // Signed by the region and yet not a map: the map stays unknown, which admits nobody.
            return null;
        }
    }

    private sealed record Claims(string Iss, long Iat, string Version, string Sha256, string ConceptMap);
}
