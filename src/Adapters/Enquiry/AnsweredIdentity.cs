using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Enquiry;

/// <summary>Reads whom a source's answer is about, as the source masked it.</summary>
public static class AnsweredIdentity
{
    private const int ResidentIdLength = 18;

    /// <summary>
    /// Refuses what is not masked. Where neither the answer nor the question names the kind of document,
    /// only a mask of 18 characters can be read: it is a resident ID.
    /// </summary>
    public static bool TryRead(string? name, string? number, DocumentType? kind, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out MaskedIdentity? identity)
    {
        identity = null;
        if (!MaskedName.TryParse(name, out var masked) || !DocumentMask.IsMask(number)) return false;
        if (kind is null && number!.Length != ResidentIdLength) return false;
        identity = new(kind ?? DocumentType.ResidentId, number!, masked);
        return true;
    }

    /// <summary>Whether an answer can be about the person that was asked for; an answer about somebody else is no answer.</summary>
    public static bool CouldBe(this MaskedIdentity identity, PersonName name, IdentityDocument document) =>
        identity.IsConsistentWith(document) && identity.Name.IsConsistentWith(name);
}
