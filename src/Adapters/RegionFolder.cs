using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Regions;

namespace HealthBao.Adapters;

/// <summary>A region as its folder says it: who it is, its concept map and the class that asks its own system.</summary>
/// <param name="Name">The folder's name, for example <c>Beijing</c>.</param>
/// <param name="MapJson">The concept map's own text, which is signed as it is.</param>
/// <param name="AdapterType">The folder's one <see cref="IRegionAdapter"/>.</param>
public sealed record RegionFolder(string Name, Participant Participant, ConceptMap Map, string MapJson, Type AdapterType)
{
    /// <summary>The six digits.</summary>
    public string Code => Participant.Region;

    internal IRegionAdapter Open(RegionContext context) => (IRegionAdapter)Activator.CreateInstance(AdapterType, context)!;

    public override string ToString() => $"{Code} {Participant.Names.Zh} {Participant.Names.En}";
}
