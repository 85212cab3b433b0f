using System.Security.Cryptography;
using System.Text;

namespace HealthBao.Contracts.Identity;

/// <summary>
/// What a hub asks an adapter of a person: the body of <c>POST /v1/status-queries</c> with <c>name</c>, <c>documentType</c> and
/// <c>documentNumber</c>. It is never a string and lies in memory that the collector does not copy, until it is disposed of; then it is zero.
/// </summary>
public sealed class PersonQuestion : IDisposable
{
    /// <summary>The length of every question, in bytes; spaces follow the JSON. It tells nothing of the name, and what is under 4 KiB would be copied by an HTTP connection's buffer.</summary>
    public const int Bytes = 5 * 1024;

    // Never pooled: a call that was given up may still be sending it, and must then send zeros and nobody else's question.
    private readonly byte[] bytes = GC.AllocateUninitializedArray<byte>(Bytes, pinned: true);

    internal PersonQuestion(ReadOnlySpan<char> name, DocumentType type, ReadOnlySpan<char> number)
    {
        Document = new(type, DocumentMask.Of(number));
        var length = 0;
        Append("{\"name\":\""u8, ref length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\') bytes[length++] = (byte)'\\';
            length += rune.EncodeToUtf8(bytes.AsSpan(length));
        }

        Append("\",\"documentType\":\""u8, ref length);
        length += Encoding.UTF8.GetBytes(type.Code(), bytes.AsSpan(length));
        Append("\",\"documentNumber\":\""u8, ref length);
        length += Encoding.UTF8.GetBytes(number, bytes.AsSpan(length));
        Append("\"}"u8, ref length);
        bytes.AsSpan(length).Fill((byte)' ');
    }

    /// <summary>The body, in UTF-8. Personal data: for the person's own region only, and zero after <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Json => bytes;

    /// <summary>The mask of the document asked by, which stays.</summary>
    public MaskedDocument Document { get; }

    /// <summary>Wipes the question.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);

    /// <summary>Names nobody.</summary>
    public override string ToString() => "question about " + Document;

    private void Append(ReadOnlySpan<byte> text, ref int at)
    {
        text.CopyTo(bytes.AsSpan(at));
        at += text.Length;
    }
}
