namespace HealthBao.Contracts.Jose;

/// <summary>The three parts of a JWS in compact serialisation (RFC 7515 §7.1), not yet decoded.</summary>
public readonly ref struct CompactJws
{
    private CompactJws(ReadOnlySpan<byte> text, int firstDot, int secondDot)
    {
        SigningInput = text[..secondDot];
        Header = text[..firstDot];
        Payload = text[(firstDot + 1)..secondDot];
        Signature = text[(secondDot + 1)..];
    }

    /// <summary>What the signature stands over: header, dot, payload, as received.</summary>
    public ReadOnlySpan<byte> SigningInput { get; }

    /// <summary>The header's base64url.</summary>
    public ReadOnlySpan<byte> Header { get; }

    /// <summary>The payload's base64url.</summary>
    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>The signature's base64url.</summary>
    public ReadOnlySpan<byte> Signature { get; }

    /// <summary>Splits a text at its dots; exactly two dots and no empty part.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> text, out CompactJws jws)
    {
        jws = default;
        var first = text.IndexOf((byte)'.');
        if (first <= 0) return false;
        var length = text[(first + 1)..].IndexOf((byte)'.');
        if (length <= 0) return false;
        var second = first + 1 + length;
        if (second + 1 >= text.Length || text[(second + 1)..].Contains((byte)'.')) return false;
        jws = new(text, first, second);
        return true;
    }
}
