using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Files;

namespace HealthBao.Adapters.Regions.Hebei.Cities.Xingtai;

/// <summary>Xingtai answers no questions: it delivers a file every night, and people are looked up in it.</summary>
public sealed class XingtaiSource(RegionContext context)
{
    public const string Name = "xingtai";
    public const string Authority = "130500";

    private static readonly NightlyFormat Format = new(Name, "XT_JKM_", XingtaiRecord.Header, XingtaiRecord.Read);

    public NightlyFile File { get; } = new(Format, context);
}
