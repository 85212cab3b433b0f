using System.CommandLine;
using HealthBao.Benchmarks.HealthCodes;

namespace HealthBao.Benchmarks;

/// <summary><c>healthcode [--rows N] [--listed N] [--postgres] [--data DIR]</c>: a region's whole register and a CDC list, from file to purge.</summary>
internal static class HealthCodeCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var rows = new Option<int>("--rows") { DefaultValueFactory = _ => 10_000_000, Description = "Registered people." };
        var listed = new Option<int>("--listed") { DefaultValueFactory = _ => 200_000, Description = "People on the CDC's list." };
        var postgres = new Option<bool>("--postgres") { Description = "On PostgreSQL, as HEALTHBAO_POSTGRES says; SQLite otherwise." };
        var data = new Option<string?>("--data") { Description = "Where files and stores lie meanwhile; a new directory under the system's temporary one otherwise." };
        var root = new RootCommand("Imports a register and a list, switches, looks up, and purges.") { rows, listed, postgres, data };
        root.SetAction((parsed, _) => HealthCodeRun.RunAsync(parsed.GetValue(rows), parsed.GetValue(listed), parsed.GetValue(postgres), parsed.GetValue(data)));
        return root.Parse(args).InvokeAsync();
    }
}
