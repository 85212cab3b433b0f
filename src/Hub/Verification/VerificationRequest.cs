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
/// <param name="Holder">The mask of the document shown at the desk; the number is forgotten once it is read.</param>
public sealed record VerificationRequest(byte[] Pass, string Destination, string Scene, MaskedDocument? Holder)
{
    /// <summary>Reads the usual body in one go; whatever is unusual is read again strictly to name every fault.</summary>
    public static VerificationRequest? Read(ReadOnlyMemory<byte> body, out RequestBody? faulty)
    {
        faulty = null;
        return ReadUsual(body.Span) ?? ReadStrictly(body, out faulty);
    }

    internal static VerificationRequest? ReadUsual(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body)) return null;
        byte[]? pass = null;
        string? destination = null, scene = null;
        var reader = new Utf8JsonReader(body);
        try
        {
            if (!Comes('{', body, reader) || !reader.Read()) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (pass is null && reader.ValueTextEquals("pass"u8)) { if (!Comes('"', body, reader) || !reader.Read() || reader.ValueIsEscaped) return null; pass = reader.ValueSpan.ToArray(); }
                else if (destination is null && reader.ValueTextEquals("destination"u8)) { if (!Comes('"', body, reader) || !reader.Read() || (destination = Region(reader.ValueSpan)) is null) return null; }
                else if (scene is null && reader.ValueTextEquals("scene"u8)) { if (!Comes('"', body, reader) || !reader.Read() || (scene = Listed(reader.ValueSpan)) is null) return null; }
                else return null;
            }

            if (reader.TokenType != JsonTokenType.EndObject || reader.Read() || pass is not { Length: > 0 } || destination is null) return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }

        return new(pass, destination, scene ?? Recognition.Scene.Other, null);
    }

    internal static VerificationRequest? ReadStrictly(ReadOnlyMemory<byte> body, out RequestBody? faulty)
    {
        var read = RequestBody.Parse(body);
        var pass = read.Text("pass", Problems.Bodies.MaxBytes);
        var destination = read.Region("destination");
        var scene = read.Code("scene", Recognition.Scene.All, required: false) ?? Recognition.Scene.Other;
        MaskedDocument? document = null;
        if (read.Object("holder", required: false) is { } holder)
        {
            document = holder.MaskedDocument();
            holder.End();
        }

        faulty = read.End() ? null : read;
        return faulty is null ? new(Encoding.UTF8.GetBytes(pass!), destination!, scene, document) : null;
    }

    // Asked before the reader is: its exception for a literal that is none would quote what comes after.
    private static bool Comes(char first, ReadOnlySpan<byte> body, in Utf8JsonReader reader)
    {
        var rest = body[(int)reader.BytesConsumed..].TrimStart(" \t\r\n"u8);
        return !rest.IsEmpty && rest[0] == first;
    }

    private static string? Region(ReadOnlySpan<byte> written) =>
        written.Length == 6 && RegionCode.TryParse(Encoding.ASCII.GetString(written), out var code) ? code.Value : null;

    private static string? Listed(ReadOnlySpan<byte> written)
    {
        foreach (var scene in Recognition.Scene.All)
            if (Ascii.Equals(written, scene))
                return scene;

        return null;
    }
}
