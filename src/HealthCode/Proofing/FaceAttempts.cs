using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Proofing;

/// <summary>
/// How often somebody tried today. Counted in the day's store, before the pictures are judged. A session counts by itself, so that nobody
/// who knows a number keeps its holder from the telephone that is in use already.
/// </summary>
internal sealed class FaceAttempts(DayStores days, IOptions<ProofingOptions> options, TimeProvider clock)
{
    public static readonly DaySchema Schema = new("CREATE TABLE IF NOT EXISTS attempt (who BYTEA PRIMARY KEY, used INTEGER NOT NULL);");

    /// <summary>Counts an attempt.</summary>
    /// <returns>How many are left after it, or null when there was none left.</returns>
    public Task<int?> SpendAsync(OpenProofing proofing) => SpendAsync(
        proofing.Purpose == ProofingPurpose.Again ? ("session", Encoding.ASCII.GetBytes(proofing.Session!)) : ("person", days.Today.Secrets.KeyOf(proofing.Document).ToBytes()),
        options.Value.AttemptsPerPerson, proofing, "device", options.Value.AttemptsPerDevice);

    /// <summary>Counts a staffed check that is asked for.</summary>
    public Task<int?> SpendStaffedAsync(OpenProofing proofing) => SpendAsync(
        ("staffed person", days.Today.Secrets.KeyOf(proofing.Document).ToBytes()), options.Value.StaffedPerDay, proofing, "staffed device", options.Value.StaffedPerDay);

    /// <summary>Seconds until attempts are counted anew.</summary>
    public int UntilAnew => (int)Math.Ceiling((ShanghaiDay.At(clock.GetUtcNow()).End - clock.GetUtcNow()).TotalSeconds);

    private async Task<int?> SpendAsync((string Kind, byte[] Who) person, int perPerson, OpenProofing proofing, string deviceKind, int perDevice)
    {
        var day = days.Today;
        byte[] one = Keyed(day, person.Kind, person.Who), other = Keyed(day, deviceKind, Encoding.ASCII.GetBytes(proofing.Device.Thumbprint));
        return await day.WriteAsync(c =>
        {
            var left = Math.Min(perPerson - Used(c, one), perDevice - Used(c, other));
            if (left <= 0) return (int?)null;
            foreach (var who in (byte[][])[one, other])
                c.Run("INSERT INTO attempt (who, used) VALUES (@who, 1) ON CONFLICT (who) DO UPDATE SET used = attempt.used + 1", ("@who", who));
            return left - 1;
        });
    }

    private static int Used(System.Data.Common.DbConnection connection, byte[] who) =>
        connection.Rows("SELECT used FROM attempt WHERE who = @who", r => r.GetInt32(0), ("@who", who)) is [var used] ? used : 0;

    private static byte[] Keyed(DayStore day, string kind, byte[] who) => HMACSHA256.HashData(day.Secrets.People, (byte[])[.. Encoding.ASCII.GetBytes(kind + "|"), .. who])[..16];
}
