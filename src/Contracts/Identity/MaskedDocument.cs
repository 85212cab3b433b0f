namespace HealthBao.Contracts.Identity;

/// <summary>A document of which only the mask is known: what is left of a number that was shown or asked by, once it was read.</summary>
/// <param name="Type">The kind.</param>
/// <param name="Number">The masked number, see <see cref="DocumentMask"/>.</param>
public sealed record MaskedDocument(DocumentType Type, string Number);
