namespace HealthBao.Contracts.Identity;

/// <summary>
/// A document number that is sound for its kind and normalised: no spaces, half-width, upper case, without reissue digits.
/// Personal data: <see cref="ToString"/> gives the masked form, so that no log can hold more.
/// </summary>
public sealed class IdentityDocument : IEquatable<IdentityDocument>
{
    internal IdentityDocument(DocumentType type, string number) => (Type, Number) = (type, number);

    /// <summary>The kind.</summary>
    public DocumentType Type { get; }

    /// <summary>The whole number. Personal data: never log, store or send it on except to the person's own region.</summary>
    public string Number { get; }

    /// <summary>The number as it may be shown: see <see cref="DocumentMask"/>.</summary>
    public string MaskedNumber => DocumentMask.Of(Number);

    /// <summary>The kind and the mask, without the number.</summary>
    public MaskedDocument Masked => new(Type, MaskedNumber);

    /// <summary>Normalises and checks a number as a person typed it.</summary>
    /// <returns><see cref="DocumentFault.None"/>, and then <paramref name="document"/> is not null; else the fault.</returns>
    public static DocumentFault TryCreate(DocumentType type, string? typed, out IdentityDocument? document)
    {
        using var room = Wiped.Of(typed?.Length ?? 0, stackalloc char[64]);
        typed.AsSpan().CopyTo(room.Room);
        var fault = DocumentNumber.Read(type, room.Room, out var number);
        document = fault == DocumentFault.None ? new(type, number.ToString()) : null;
        return fault;
    }

    /// <inheritdoc/>
    public bool Equals(IdentityDocument? other) => other is not null && other.Type == Type && other.Number == Number;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IdentityDocument);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Number);

    /// <summary>The kind and the masked number.</summary>
    public override string ToString() => $"{Type.Code()} {MaskedNumber}";
}
