using HealthBao.Contracts.Identity;

namespace HealthBao.Hub.Tests;

/// <summary>Made-up people with textbook document numbers.</summary>
public sealed record TestPeople(string Name, string Number)
{
    public static readonly TestPeople Zhang = new("张三", "11010519491231002X");
    public static readonly TestPeople Li = new("李四", "120101190003070012");

    public IdentityDocument Document => IdentityDocument.TryCreate(DocumentType.ResidentId, Number, out var document) == DocumentFault.None ? document! : throw new InvalidOperationException();

    public MaskedIdentity Masked => PersonName.TryCreate(Name, out var name) ? MaskedIdentity.Of(name!, Document) : throw new InvalidOperationException();

    public object Holder => new { documentType = "resident-id", documentNumber = Number };

    public object Query(string? region, string destination = "120000", string scene = "railway-station", string purpose = "epidemic-control") => region is null
        ? new { name = Name, documentType = "resident-id", documentNumber = Number, destination, scene, purpose }
        : new { region, name = Name, documentType = "resident-id", documentNumber = Number, destination, scene, purpose };
}
