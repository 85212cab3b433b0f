using System.Buffers;
using System.Buffers.Text;

namespace HealthBao.Contracts.Pass;

/// <summary>A cursor over claims in the very form that <see cref="PassClaims"/> writes: fixed pieces compared whole, values sliced between them.</summary>
internal ref struct WrittenForm(ReadOnlySpan<byte> claims)
{
    private const int MostDigits = 12;

    // What ends a JSON text, begins an escape, or may not stand in one at all (RFC 8259 §7).
    private static readonly SearchValues<byte> Delimiters = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    private ReadOnlySpan<byte> rest = claims;

    public readonly bool Ended => rest.IsEmpty;

    public bool Piece(ReadOnlySpan<byte> fixedPiece)
    {
        if (!rest.StartsWith(fixedPiece)) return false;
        rest = rest[fixedPiece.Length..];
        return true;
    }

    /// <summary>A text without escapes, up to its closing quotation mark, which stays.</summary>
    public bool Text(out ReadOnlySpan<byte> text)
    {
        var end = rest.IndexOfAny(Delimiters);
        var plain = end >= 0 && rest[end] == (byte)'"';
        text = plain ? rest[..end] : default;
        if (plain) rest = rest[end..];
        return plain;
    }

    /// <summary>A whole number as JSON writes it: digits without a leading zero.</summary>
    public bool Number(out long number)
    {
        var read = Utf8Parser.TryParse(rest[..Math.Min(rest.Length, MostDigits)], out number, out var length)
            && char.IsAsciiDigit((char)rest[0]) && (rest[0] != (byte)'0' || length == 1);
        if (read) rest = rest[length..];
        return read;
    }
}
