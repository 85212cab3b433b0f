using System.Data.Common;
using HealthBao.HealthCode.Feeds.Registration;
using HealthBao.HealthCode.Feeds.Trips;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Determination;

/// <summary>What was told by call and stands beside the files, in SQL.</summary>
internal static class FactTable
{
    /// <summary>A registration by call, or null.</summary>
    public static Registered? Registration(DbConnection connection, PersonKey person) => connection.Rows(
        """
        SELECT r.name, r.division, r.category, r.at, r.call, o.name FROM registered r LEFT JOIN registered_otherwise o ON o.person = r.person AND o.name <> r.name WHERE r.person = @person
        """,
        r => new Registered((ulong)r.GetInt64(0), r.GetInt64(1), (RegistrationCategory)r.GetInt32(2), Instant(r.GetInt64(3)), !r.IsDBNull(5), "call", r.GetInt64(4)),
        ("@person", person.ToBytes())).FirstOrDefault();

    /// <summary>Where an office registered the same number under another name.</summary>
    public static IEnumerable<long?> OtherDivision(DbConnection connection, PersonKey person) =>
        connection.Rows("SELECT division FROM registered_otherwise WHERE person = @person", r => (long?)r.GetInt64(0), ("@person", person.ToBytes()));

    /// <summary>The trips told by call, and until when the community has verified whatever there was.</summary>
    public static (TripFact? Trip, DateTimeOffset Checked) Trip(DbConnection connection, PersonKey person, DateTimeOffset now) => connection.Rows(
        "SELECT name, declared, until, flags, checked, outcome, call FROM trip WHERE person = @person AND until > @now",
        r => (Read(r), Instant(r.GetInt64(4))), ("@person", person.ToBytes()), ("@now", now.ToUnixTimeSeconds())).FirstOrDefault();

    private static TripFact? Read(DbDataReader row)
    {
        var (declared, verified) = (row.GetInt64(1), row.GetInt64(4));
        var check = declared > verified ? TripCheck.Declared : (TripCheck)row.GetInt32(5);
        return new((ulong)row.GetInt64(0), check, (row.GetInt32(3) & TripsFeed.LandPort) != 0 && check != TripCheck.Verified, Instant(Math.Max(declared, verified)), "call", row.GetInt64(6));
    }

    private static DateTimeOffset Instant(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
