namespace HealthBao.Contracts.Identity;

/// <summary>
/// A document number that is sound for its kind and normalised: no spaces, half-width, upper case, without reissue digits.
/// Personal data: <see cref="ToString"/> gives the masked form, so that no log can hold more.
/// </summary>
public sealed class IdentityDocument : IEquatable<IdentityDocument>
{
    private IdentityDocument(DocumentType type, string number) => (Type, Number) = (type, number);

    /// <summary>The kind.</summary>
    public DocumentType Type { get; }

    /// <summary>The whole number. Personal data: never log, store or send it on except to the person's own region.</summary>
    public string Number { get; }

    /// <summary>The number as it may be shown: see <see cref="DocumentMask"/>.</summary>
    public string MaskedNumber => DocumentMask.Of(Number);

    /// <summary>Normalises and checks a number as a person typed it.</summary>
    /// <returns><see cref="DocumentFault.None"/>, and then <paramref name="document"/> is not null; else the fault.</returns>
    public static DocumentFault TryCreate(DocumentType type, string? typed, out IdentityDocument? document)
    {
        document = null;
        var number = DocumentNumber.Normalise(typed);
        if (number.Length == 0) return DocumentFault.Missing;
        var fault = DocumentNumber.Check(type, number);
        if (fault == DocumentFault.None) document = new(type, DocumentNumber.WithoutReissue(type, number));
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
