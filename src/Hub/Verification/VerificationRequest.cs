using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Regions;
using HealthBao.Hub.Recognition;

namespace HealthBao.Hub.Verification;

/// <summary>The question of <c>POST /v1/verifications</c>.</summary>
/// <param name="Pass">Either rendition, a QR's text, or a region's native code content, in UTF-8.</param>
/// <param name="Destination">Where the person wants in.</param>
/// <param name="Scene">A code of <see cref="Recognition.Scene"/>.</param>
/// <param name="Holder">The document shown at the desk, compared and forgotten.</param>
public sealed record VerificationRequest(byte[] Pass, string Destination, string Scene, IdentityDocument? Holder)
{
    /// <summary>Reads the usual body in one go; whatever is unusual is read again strictly to name every fault.</summary>
    public static VerificationRequest? Read(ReadOnlySpan<byte> body, out RequestBody? faulty)
    {
        faulty = null;
        return ReadUsual(body) ?? ReadStrictly(body, out faulty);
    }

    internal static VerificationRequest? ReadUsual(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body)) return null;
        byte[]? pass = null;
        string? destination = null, scene = null;
        var reader = new Utf8JsonReader(body);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (pass is null && reader.ValueTextEquals("pass"u8)) { if (!reader.Read() || reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped) return null; pass = reader.ValueSpan.ToArray(); }
                else if (destination is null && reader.ValueTextEquals("destination"u8)) { if (!reader.Read() || reader.TokenType != JsonTokenType.String) return null; destination = reader.GetString(); }
                else if (scene is null && reader.ValueTextEquals("scene"u8)) { if (!reader.Read() || reader.TokenType != JsonTokenType.String) return null; scene = reader.GetString(); }
                else return null;
            }

            if (reader.TokenType != JsonTokenType.EndObject || reader.Read() || pass is not { Length: > 0 } || !RegionCode.TryParse(destination, out _)) return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }

        return scene is null || Recognition.Scene.All.Contains(scene) ? new(pass, destination!, scene ?? Recognition.Scene.Other, null) : null;
    }

    internal static VerificationRequest? ReadStrictly(ReadOnlySpan<byte> body, out RequestBody? faulty)
    {
        var read = RequestBody.Parse(body);
        var pass = read.Text("pass", Problems.Bodies.MaxBytes);
        var destination = Region(read, "destination", required: true);
        var scene = read.Code("scene", Recognition.Scene.All, required: false) ?? Recognition.Scene.Other;
        IdentityDocument? document = null;
        if (read.Object("holder", required: false) is { } holder)
        {
            document = holder.Document();
            holder.End();
        }

        faulty = read.End() ? null : read;
        return faulty is null ? new(Encoding.UTF8.GetBytes(pass!), destination!, scene, document) : null;
    }

    /// <summary>A member that is a region's six-digit code.</summary>
    internal static string? Region(RequestBody body, string name, bool required)
    {
        if (body.Text(name, 16, required) is not { } text) return null;
        return RegionCode.TryParse(text, out _) ? text : body.Fault(name, "not-a-region", "It must be a six-digit region code such as 120000.");
    }
}
