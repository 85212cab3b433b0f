using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.Native;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Paper;

/// <summary>
/// The contents of the QRs on paper: good to 24:00, since paper cannot be refreshed, and answered with the status of the moment in which they
/// are scanned. In the day's store, sealed under the day's key; one for each person and day, however often it is printed.
/// </summary>
internal sealed class PaperCodes(DayStores days)
{
    public static readonly DaySchema Schema = new("CREATE TABLE IF NOT EXISTS paper (person BYTEA PRIMARY KEY, code BYTEA NOT NULL UNIQUE, box BYTEA NOT NULL);");

    public async Task<NativeCode> IssueAsync(PersonRef person, MaskedIdentity identity)
    {
        var day = days.Today;
        var made = new NativeCode(NativeCodes.NewContent(), person, identity, day.Day.End);
        var sealedCode = day.Secrets.Seal(Write(made));
        var box = await day.WriteAsync(c =>
        {
            c.Run(
                "INSERT INTO paper (person, code, box) VALUES (@person, @code, @box) ON CONFLICT (person) DO NOTHING",
                ("@person", person.Today.ToBytes()), ("@code", Hash(made.Content)), ("@box", sealedCode));
            return c.Rows("SELECT box FROM paper WHERE person = @person", r => (byte[])r[0], ("@person", person.Today.ToBytes()))[0];
        });
        return Read(day, box);
    }

    /// <summary>Whose content it is, or null when it is on nobody's paper of today.</summary>
    public NativeCode? Find(string content)
    {
        var day = days.Today;
        return day.Rows("SELECT box FROM paper WHERE code = @code", r => (byte[])r[0], ("@code", Hash(content))) is [var box] ? Read(day, box) : null;
    }

    private static byte[] Hash(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content));

    private static byte[] Write(NativeCode code) => JsonSerializer.SerializeToUtf8Bytes((string[])
    [
        code.Content, Convert.ToHexString(code.Person.Lasting.ToBytes()), Convert.ToHexString(code.Person.Today.ToBytes()),
        code.Identity.DocumentType.Code(), code.Identity.DocumentNumber, code.Identity.Name.Family, code.Identity.Name.Given,
    ]);

    private static NativeCode Read(DayStore day, byte[] box)
    {
        if (JsonSerializer.Deserialize<string[]>(day.Secrets.Open(box)) is not [var content, var lasting, var today, var kind, var number, var family, var given] || !DocumentTypes.TryParse(kind, out var type))
            throw new InvalidDataException("A code on paper cannot be read.");
        return new(content, new(PersonKey.Read(Convert.FromHexString(lasting)), PersonKey.Read(Convert.FromHexString(today))), new(type, number, new(family, given)), day.Day.End);
    }
}
