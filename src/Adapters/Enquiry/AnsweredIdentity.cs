using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Enquiry;

/// <summary>Reads whom a source's answer is about, as the source masked it.</summary>
public static class AnsweredIdentity
{
    /// <summary>
    /// Refuses what is not masked as its kind is. Where neither the answer nor the question names the kind of document,
    /// only the mask of a resident ID can be read.
    /// </summary>
    public static bool TryRead(string? name, string? number, DocumentType? kind, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out MaskedIdentity? identity)
    {
        identity = null;
        var type = kind ?? DocumentType.ResidentId;
        if (!MaskedName.TryParse(name, out var masked) || !DocumentMask.IsMaskOf(type, number)) return false;
        identity = new(type, number!, masked);
        return true;
    }

    /// <summary>Whether an answer can be about the person that was asked for; an answer about somebody else is no answer.</summary>
    public static bool CouldBe(this MaskedIdentity identity, PersonName name, IdentityDocument document) =>
        identity.IsConsistentWith(document) && identity.Name.IsConsistentWith(name);
}
