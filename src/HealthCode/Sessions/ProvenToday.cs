using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Sessions;

/// <summary>Which sessions were proven today, in the day's store; who that is, is sealed under the day's key and gone at 24:00.</summary>
internal sealed class ProvenToday(DayStores days, TimeProvider clock)
{
    public async Task NoteAsync(string session, IReadOnlyList<ProvenDocument> documents)
    {
        var day = days.Today;
        await day.WriteAsync(
            "INSERT INTO proven (session, at, person) VALUES (@session, @at, @person) ON CONFLICT (session) DO UPDATE SET at = excluded.at, person = excluded.person",
            ("@session", session), ("@at", clock.GetUtcNow().ToUnixTimeSeconds()), ("@person", day.Secrets.Seal(Write(documents))));
    }

    /// <summary>The session, or null when its person was not proven today.</summary>
    public PersonSession? Find(string session)
    {
        var day = days.Today;
        if (day.Rows("SELECT at, person FROM proven WHERE session = @session", r => (At: r.GetInt64(0), Box: (byte[])r[1]), ("@session", session)) is not [var row]) return null;
        var documents = Read(day.Secrets.Open(row.Box));
        return new(session, documents[0].Person, documents[0].Name, documents[0].Identity, DateTimeOffset.FromUnixTimeSeconds(row.At), [.. documents.Skip(1)]);
    }

    public Task EndAsync(string session) => days.Today.WriteAsync("DELETE FROM proven WHERE session = @session", ("@session", session));

    private static byte[] Write(IReadOnlyList<ProvenDocument> documents)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        foreach (var document in documents)
        {
            writer.Write(document.Person.Lasting.ToBytes());
            writer.Write(document.Person.Today.ToBytes());
            writer.Write(document.Name);
            writer.Write((byte)document.Identity.DocumentType);
            writer.Write(document.Identity.DocumentNumber);
            writer.Write(document.Identity.Name.Family);
            writer.Write(document.Identity.Name.Given);
        }

        return stream.ToArray();
    }

    private static List<ProvenDocument> Read(byte[] plain)
    {
        using var reader = new BinaryReader(new MemoryStream(plain), Encoding.UTF8);
        var documents = new List<ProvenDocument>();
        while (reader.BaseStream.Position < plain.Length)
        {
            var person = new PersonRef(PersonKey.Read(reader.ReadBytes(PersonKey.Size)), PersonKey.Read(reader.ReadBytes(PersonKey.Size)));
            var name = reader.ReadUInt64();
            documents.Add(new(person, name, new MaskedIdentity((DocumentType)reader.ReadByte(), reader.ReadString(), new(reader.ReadString(), reader.ReadString()))));
        }

        return documents;
    }
}
