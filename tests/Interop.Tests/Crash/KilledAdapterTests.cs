using System.Collections.Concurrent;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Interop.Tests.StandIns;
using HealthBao.Interop.Tests.StandIns.PlayedBeijing;
using HealthBao.Sandbox.People;
using Npgsql;

namespace HealthBao.Interop.Tests.Crash;

/// <summary>What was acknowledged to the region's own system survives <c>kill -9</c>.</summary>
public sealed class KilledAdapterTests
{
    private const int Rounds = 4;
    private const int Seed = 20260301;
    private const int PeoplePerRound = 60;

    [SkippableFact]
    public async Task On_SQLite_no_acknowledged_change_is_lost_and_no_place_is_given_out_twice()
    {
        var directory = Directory.CreateTempSubdirectory("killed-").FullName;
        await KillAndLookAsync(directory, []);
        Directory.Delete(directory, recursive: true);
    }

    [SkippableFact]
    public async Task On_PostgreSQL_no_acknowledged_change_is_lost_and_no_place_is_given_out_twice()
    {
        var server = Environment.GetEnvironmentVariable("HEALTHBAO_POSTGRES");
        Skip.If(string.IsNullOrEmpty(server), "HEALTHBAO_POSTGRES names no server.");
        var database = "killed_" + Guid.NewGuid().ToString("N");
        await using var source = NpgsqlDataSource.Create(server);
        await RunAsync(source, $"CREATE DATABASE {database}");
        var directory = Directory.CreateTempSubdirectory("killed-").FullName;
        try
        {
            await KillAndLookAsync(directory, new()
            {
                ["Storage:Provider"] = "postgres",
                ["Storage:ConnectionString"] = new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 20 }.ToString(),
            });
        }
        finally
        {
            await RunAsync(source, $"DROP DATABASE {database} WITH (FORCE)");
        }

        Directory.Delete(directory, recursive: true);
    }

    private static async Task KillAndLookAsync(string directory, Dictionary<string, string> storage)
    {
        var day = ShanghaiDay.At(TimeProvider.System.GetUtcNow());
        Skip.If(day.End - TimeProvider.System.GetUtcNow() < TimeSpan.FromMinutes(5), "The day is about to end; passes end with it.");
        var random = new Random(Seed);
        var people = MadeUpCitizens.Make(5 * PeoplePerRound * Rounds, Seed).Where(c => c.Source == "beijing").ToArray();
        await using var source = await StandInHost.StartAsync(app => BeijingStandIn.Map(app, new Population(people), StandInKeys.Beijing, TimeProvider.System));
        var settings = new Dictionary<string, string>(storage)
        {
            ["Adapter:DataDirectory"] = directory,
            ["Adapter:StatusListBlock"] = "1024",
            ["Adapter:SourceTimeout"] = "00:01:00",
            ["Hub:Address"] = "http://127.0.0.1:9",
            ["NativeSystem:Secret"] = KilledAdapter.Secret,
            ["Source:Address"] = source.Address.ToString(),
            ["Source:AppId"] = StandInKeys.AppId,
            ["Source:Secret"] = StandInKeys.Secret,
        };
        var passes = new ConcurrentDictionary<int, HandedOut>();
        for (var round = 0; round < Rounds; round++)
        {
            using (var killed = await AdapterProcess.StartAsync("110000", settings))
                await ChangeAndKillAsync(killed, new(killed, passes), people[(round * PeoplePerRound)..((round + 1) * PeoplePerRound)], random);

            using var again = await AdapterProcess.StartAsync("110000", settings);
            var look = new KilledAdapter(again, passes);
            await look.CheckAsync(day);

            // Whose answer never came tells again, and everybody may ask for a pass as before.
            foreach (var pass in passes.Values.Where(p => p is { Told: not null, Acknowledged: false })) await look.TellAsync(pass, pass.State);
            await Task.WhenAll(people[..((round + 1) * PeoplePerRound)].Select(look.AskAsync));
            await look.CheckAsync(day);
        }
    }

    // The kill comes with a certain acknowledgement, while others are under way.
    private static async Task ChangeAndKillAsync(AdapterProcess process, KilledAdapter adapter, Citizen[] people, Random random)
    {
        var held = await Task.WhenAll(people[..^10].Select(adapter.AskAsync));
        var (states, left) = (held.Select(_ => random.Next(4) == 0 ? PassState.Suspended : PassState.Superseded).ToArray(), random.Next(5, held.Length - 10));
        var enough = new TaskCompletionSource();
        var changes = held.Select(async (pass, n) =>
        {
            await adapter.TellAsync(pass, states[n]);
            if (Interlocked.Decrement(ref left) == 0) enough.SetResult();
            await adapter.AskAsync(pass.Citizen);
        });
        var others = people[^10..].Select(adapter.AskAsync);
        Task[] underWay = [.. changes, .. others];
        await enough.Task;
        await process.KillAsync();
        foreach (var call in underWay)
        {
            try
            {
                await call;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // Cut off: nobody knows what became of it.
            }
        }

        Assert.Contains(underWay, c => c.IsFaulted);
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
