using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Tests.Identity;

/// <summary>Short ways to say a document or a name in a test.</summary>
internal static class Documents
{
    public static IdentityDocument Sound(DocumentType type, string typed)
    {
        Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(type, typed, out var document));
        return document!;
    }

    public static DocumentFault Fault(DocumentType type, string? typed)
    {
        var fault = IdentityDocument.TryCreate(type, typed, out var document);
        Assert.Equal(fault == DocumentFault.None, document is not null);
        return fault;
    }

    public static PersonName Name(string typed)
    {
        Assert.True(PersonName.TryCreate(typed, out var name));
        return name!;
    }
}
