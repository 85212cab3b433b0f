using System.Buffers;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Pass;

/// <summary>
/// A token taken apart: steps 1 to 3. The usual case costs one look-up of the header among those of trusted keys and one reading of
/// the claims; only what fails there is read again, slowly, to say exactly why.
/// </summary>
internal readonly ref struct PassPayload
{
    public const int SignatureBytes = 64;

    private readonly byte[]? rented;

    private PassPayload(PassRejection rejection, PassChecks passed) => (Rejection, Checked, Kid) = (rejection, passed, "");

    private PassPayload(byte[] rented, ReadOnlySpan<byte> signature, string kid, string? issuer, PassStatement? statement)
    {
        Signature = signature;
        (this.rented, Kid, Issuer, Statement, Checked) = (rented, kid, issuer, statement, PassChecks.Size | PassChecks.Parse | PassChecks.Algorithm);
    }

    public PassRejection Rejection { get; }

    public PassChecks Checked { get; }

    public string Kid { get; }

    public string? Issuer { get; }

    /// <summary>Null when the claims are strict JSON but do not conform; told only after the signature was checked.</summary>
    public PassStatement? Statement { get; }

    public ReadOnlySpan<byte> Signature { get; }

    /// <summary>Takes a token apart.</summary>
    /// <param name="jws">The token.</param>
    /// <param name="trust">Whose headers and texts are known.</param>
    /// <param name="signature">Takes the signature, <see cref="SignatureBytes"/> long.</param>
    public static PassPayload Open(CompactJws jws, TrustSnapshot trust, Span<byte> signature)
    {
        var kid = trust.FindHeader(jws.Header, out var isCard);
        JwsHeader? header = null;
        if (kid is null)
        {
            header = JwsHeader.Read(jws.Header);
            if (header is null) return new(PassRejection.Malformed, PassChecks.Size);
            (kid, isCard) = (header.Kid, header.Zip is not null);
            if (!IsRendition(header)) return new(PassRejection.Malformed, PassChecks.Size);
        }

        var sizeFault = Decode(jws.Payload, isCard, out var rented, out var claims);
        if (sizeFault != PassRejection.None) return new(sizeFault, sizeFault == PassRejection.TooLarge ? PassChecks.None : PassChecks.Size);
        return Read(jws, header, kid, rented!, PassReader.Read(claims, trust), claims, signature);
    }

    public void Dispose()
    {
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    private static PassPayload Read(
        CompactJws jws, JwsHeader? header, string kid, byte[] rented, PassStatement? statement, ReadOnlySpan<byte> claims, Span<byte> signature)
    {
        var signed = StrictBase64Url.TryDecode(jws.Signature, signature, out var length) && length == SignatureBytes;
        var soundness = statement is null ? StrictJson.Judge(claims) : JsonSoundness.Sound;
        var rejection = soundness == JsonSoundness.TooDeep ? PassRejection.TooLarge
            : soundness == JsonSoundness.Malformed || (!signed && !IsBase64Url(jws.Signature)) ? PassRejection.Malformed
            : header is not null && header.Algorithm != JwsHeader.Es256 ? PassRejection.UnsupportedAlgorithm
            : PassRejection.None;
        if (rejection == PassRejection.None)
            return new(rented, signed ? signature : [], kid, statement?.Issuer ?? IssuerOf(claims), statement);
        ArrayPool<byte>.Shared.Return(rented);
        return new(rejection, rejection switch
        {
            PassRejection.TooLarge => PassChecks.None,
            PassRejection.Malformed => PassChecks.Size,
            _ => PassChecks.Size | PassChecks.Parse,
        });
    }

    // A signature of another length is well-formed text; that it does not stand is step 5's to say.
    private static bool IsBase64Url(ReadOnlySpan<byte> text)
    {
        Span<byte> bytes = stackalloc byte[PassVerifier.MaxTokenBytes];
        return StrictBase64Url.TryDecode(text, bytes, out _);
    }

    private static bool IsRendition(JwsHeader header) =>
        header is { Type: PassVocabulary.ApiType, Zip: null } or { Type: null, Zip: PassVocabulary.Deflate };

    private static PassRejection Decode(ReadOnlySpan<byte> payload, bool isCard, out byte[]? rented, out ReadOnlySpan<byte> claims)
    {
        claims = default;
        rented = ArrayPool<byte>.Shared.Rent(isCard ? BoundedInflate.MaxBytes : StrictBase64Url.DecodedLength(payload.Length));
        var rejection = isCard ? BoundedInflate.Decode(payload, rented, out var length)
            : StrictBase64Url.TryDecode(payload, rented, out length) ? PassRejection.None : PassRejection.Malformed;
        if (rejection == PassRejection.None)
        {
            claims = rented.AsSpan(0, length);
            return rejection;
        }

        ArrayPool<byte>.Shared.Return(rented);
        rented = null;
        return rejection;
    }

    private static string? IssuerOf(ReadOnlySpan<byte> claims)
    {
        var reader = new Utf8JsonReader(claims);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIssuer = reader.ValueTextEquals("iss"u8);
            reader.Read();
            if (isIssuer) return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
        }

        return null;
    }
}
