using System.Globalization;
using System.Text;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Feeds.CentralObservation;
using HealthBao.HealthCode.Feeds.HomeObservation;
using HealthBao.HealthCode.Feeds.Importing;
using HealthBao.HealthCode.Feeds.Registration;
using HealthBao.HealthCode.Feeds.Trips;
using HealthBao.HealthCode.People;
using HealthBao.Sandbox.People;
using Org.BouncyCastle.Crypto.Digests;

namespace HealthBao.Sandbox.Beijing;

/// <summary>
/// The feeds' files from which Beijing's system determines what each made-up citizen should get: a person with <c>-3</c> was on a list and
/// dropped off it, one with <c>11</c> is registered under two names. The register in GB18030, the others in UTF-8, as districts differ.
/// </summary>
internal sealed class BeijingFiles(ShanghaiDay day, IReadOnlyCollection<Citizen> people)
{
    private const string Cdc = "110000/CDC";
    private static readonly string[] Registered = ["0", "30", "1", "2", "-3", "-7", "51", "4", "41", "11"];

    public (string Name, byte[] Csv, byte[] Ok) Register() => File(RegistrationFeed.Instance, people.Where(p => Registered.Contains(p.Native)).SelectMany(RegisteredRows), ChineseEncodings.Gb18030);

    /// <param name="withDropped">Whether those who drop off it still stand in it.</param>
    public (string Name, byte[] Csv, byte[] Ok) Central(bool withDropped) =>
        File(CentralObservationFeed.Instance, people.Where(p => p.Native == "2" || (withDropped && p.Native == "-3")).Select(p => Row(p, "observed", "cdc-list", Days(-2) + "120000", Cdc)), Encoding.UTF8);

    public (string Name, byte[] Csv, byte[] Ok) Home() =>
        File(HomeObservationFeed.Instance, people.Where(p => p.Native == "1").Select(p => Row(p, "observed", "community-report", Days(-3), Days(11), CommunityOf(p))), Encoding.UTF8);

    public (string Name, byte[] Csv, byte[] Ok) Trips() =>
        File(TripsFeed.Instance, people.Where(p => p.Native is "-7" or "51").Select(p => Row(p, "420100", "110000", Days(-4), p.Native == "51" ? "land-port" : "rail", "declared", "")), Encoding.UTF8);

    /// <summary>The community a made-up person lives in: of the district the number begins with, where it still exists.</summary>
    public static string DivisionOf(Citizen citizen) => citizen.DocumentNumber[..4] == "1101" && Districts.Contains(citizen.DocumentNumber[..6]) ? citizen.DocumentNumber[..6] + "001002" : "110105001002";

    public static string CommunityOf(Citizen citizen) => DivisionOf(citizen) + "/COMMUNITY";

    /// <summary>As what a native code of green, or of nothing this system answers for, is registered.</summary>
    public static string CategoryOf(string native) => native switch { "30" => "commuter", "4" => "elsewhere", "41" => "transit", _ => "resident" };

    private static readonly HashSet<string> Districts = [.. Contracts.Regions.RegionDirectory.All.Select(r => r.Code.Value)];

    private IEnumerable<string> RegisteredRows(Citizen citizen)
    {
        yield return Row(citizen, CategoryOf(citizen.Native), DivisionOf(citizen), Days(-20) + "090000");
        if (citizen.Native == "11") yield return Row(citizen with { Name = "又名" + citizen.Name }, "resident", DivisionOf(citizen), Days(-20) + "090000");
    }

    private string Days(int shift) => day.Date.AddDays(shift).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Row(Citizen citizen, params string[] cells) => string.Join(',', [citizen.Name, DocumentCodes.DigitOf(citizen.DocumentType).ToString(), citizen.DocumentNumber, .. cells]);

    private (string Name, byte[] Csv, byte[] Ok) File(Feed feed, IEnumerable<string> rows, Encoding encoding)
    {
        var lines = rows.ToList();
        var csv = encoding.GetBytes(string.Concat(lines.Prepend(string.Join(',', feed.Columns.Select(c => c.Heading))).Select(l => l + "\r\n")));
        var digest = new SM3Digest();
        digest.BlockUpdate(csv);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return (FeedFileName.Of(feed, "110000", day), csv, Encoding.ASCII.GetBytes($"rows={lines.Count}\r\nsm3={Convert.ToHexStringLower(hash)}\r\n"));
    }
}
