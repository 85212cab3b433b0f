using HealthBao.HealthCode.Commands;
using HealthBao.HealthCode.Feeds;
using Microsoft.Extensions.Configuration;

namespace HealthBao.HealthCode.Tests.Commands;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private RunningHealthCode system = null!;
    private string file = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        var register = FeedFile.Registration(system.Today, MadeUp.Zhang, MadeUp.Nth(1));
        file = Path.Combine(Directory.CreateTempSubdirectory("import-").FullName, register.Name);
        await File.WriteAllBytesAsync(file, register.Csv);
        await File.WriteAllTextAsync(file + ".secret", RunningHealthCode.Secret + RunningHealthCode.City + "\n");
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task A_file_is_delivered_with_the_ok_that_the_other_command_wrote()
    {
        Assert.Equal(0, await OkCommand.RunAsync(file));
        Assert.Equal(0, await ImportAsync());
        Assert.Equal(2, system.Service<FeedsInForce>().Of("registration", system.Today)!.People);
    }

    [Fact]
    public async Task A_refused_file_ends_with_one_and_a_missing_ok_with_two()
    {
        Assert.Equal(2, await ImportAsync());
        await File.WriteAllTextAsync(file + ".ok", "rows=1\nsm3=" + new string('0', 64));
        Assert.Equal(1, await ImportAsync());
    }

    private Task<int> ImportAsync() => ImportCommand.RunAsync(
        file,
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["address"] = system.Http.BaseAddress!.ToString(), ["office"] = RunningHealthCode.City, ["secret-file"] = file + ".secret" }).Build(),
        system.Clock);
}
