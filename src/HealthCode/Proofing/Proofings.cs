using System.Security.Cryptography;
using System.Text.Json;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Proofing.Challenges;
using HealthBao.HealthCode.Proofing.Consents;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Proofing;

/// <summary>The proofings under way, in the day's store: sealed under the day's key, gone at 24:00 at the latest.</summary>
internal sealed class Proofings(DayStores days, IOptions<ProofingOptions> options, TimeProvider clock)
{
    public static readonly DaySchema Schema = new("CREATE TABLE IF NOT EXISTS proofing (id TEXT PRIMARY KEY, until BIGINT NOT NULL, box BYTEA NOT NULL);");

    /// <summary>Begins one, with a challenge drawn for it.</summary>
    public async Task<OpenProofing> BeginAsync(ProofingPurpose purpose, string? session, PersonName name, IdentityDocument document, EcJwk device, Consent? consent)
    {
        var now = clock.GetUtcNow();
        var end = ShanghaiDay.At(now).End;
        var until = now.AddMinutes(options.Value.Minutes) < end ? now.AddMinutes(options.Value.Minutes) : end;
        var begun = new OpenProofing(StrictBase64Url.Encode(RandomNumberGenerator.GetBytes(18)), purpose, session, name, document, device, Challenge.New(options.Value.Steps), until, consent);
        await PutAsync(begun);
        return begun;
    }

    /// <summary>The same with another challenge: one that was failed is not asked again.</summary>
    public async Task<OpenProofing> DrawAgainAsync(OpenProofing proofing)
    {
        var again = proofing with { Challenge = Challenge.New(options.Value.Steps) };
        await PutAsync(again);
        return again;
    }

    public OpenProofing? Find(string id)
    {
        var day = days.Today;
        return day.Rows("SELECT box FROM proofing WHERE id = @id AND until > @now", r => (byte[])r[0], ("@id", id), ("@now", clock.GetUtcNow().ToUnixTimeSeconds())) is [var box]
            ? Read(id, day.Secrets.Open(box)) : null;
    }

    /// <summary>Ends one.</summary>
    /// <returns>Whether it was there: of several that come at once one ends it.</returns>
    public async Task<bool> EndAsync(string id) => await days.Today.WriteAsync("DELETE FROM proofing WHERE id = @id", ("@id", id)) == 1;

    private async Task PutAsync(OpenProofing proofing)
    {
        var day = days.Today;
        await day.WriteAsync(c =>
        {
            c.Run("DELETE FROM proofing WHERE until <= @now", ("@now", clock.GetUtcNow().ToUnixTimeSeconds()));
            return c.Run(
                "INSERT INTO proofing (id, until, box) VALUES (@id, @until, @box) ON CONFLICT (id) DO UPDATE SET box = excluded.box",
                ("@id", proofing.Id), ("@until", proofing.Until.ToUnixTimeSeconds()), ("@box", day.Secrets.Seal(Write(proofing))));
        });
    }

    private static byte[] Write(OpenProofing p) => JsonSerializer.SerializeToUtf8Bytes(new Box(
        p.Purpose, p.Session, p.Name.Value, p.Document.Type.Code(), p.Document.Number, p.Device.X, p.Device.Y, [.. p.Challenge.Steps], p.Until, p.Consent?.Notice, p.Consent?.At, p.Consent?.Guardian?.ToString()));

    private static OpenProofing Read(string id, byte[] plain)
    {
        var box = JsonSerializer.Deserialize<Box>(plain)!;
        CryptographicOperations.ZeroMemory(plain);
        if (!PersonName.TryCreate(box.Name, out var name) || !DocumentTypes.TryParse(box.Type, out var type) || IdentityDocument.TryCreate(type, box.Number, out var document) != DocumentFault.None)
            throw new CryptographicException("A proofing holds nobody.");
        var consent = box.Notice is null ? null : new Consent(box.Notice, box.At!.Value, MaskedName.TryParse(box.Guardian, out var guardian) ? guardian : null);
        return new(id, box.Purpose, box.Session, name!, document!, new(box.X, box.Y), new(box.Steps), box.Until, consent);
    }

    private sealed record Box(
        ProofingPurpose Purpose, string? Session, string Name, string Type, string Number, string X, string Y, ChallengeStep[] Steps, DateTimeOffset Until, string? Notice, DateTimeOffset? At, string? Guardian);
}
