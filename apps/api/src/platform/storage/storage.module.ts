import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { FilePreview } from '../previews/file-preview.entity.js';
import { MakeMorePreviewsJob } from '../previews/make-more-previews.job.js';
import { MakePreviewJob } from '../previews/make-preview.job.js';
import { MissingPreviewsJob } from '../previews/missing-previews.job.js';
import { PreviewsService } from '../previews/previews.service.js';
import { BareMediaService } from './bare-media.service.js';
import { FileDriver } from './file-driver.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { FolderDriver } from './folder-driver.js';
import { StoredFile } from './stored-file.entity.js';
import { StoredFileResolver } from './stored-file.resolver.js';
import { SweepUploadsJob } from './sweep-uploads.job.js';
import { Uploads } from './uploads.js';

/** Files behind one interface: a folder, or an S3-compatible bucket. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([StoredFile, FilePreview])],
  controllers: [FilesController],
  providers: [
    {
      provide: FileDriver,
      inject: [Config],
      useFactory: (config: Config) => (config.s3 ? bucket(config.s3) : new FolderDriver(join(config.dataDir, 'files'))),
    },
    FilesService,
    BareMediaService,
    PreviewsService,
    MakePreviewJob,
    MakeMorePreviewsJob,
    MissingPreviewsJob,
    StoredFileResolver,
    SweepUploadsJob,
    Uploads,
  ],
  exports: [FileDriver, FilesService, PreviewsService, Uploads],
})
export class StorageModule {}

/** The SDK is loaded only where there is a bucket: it costs memory and time at every start. */
async function bucket(settings: NonNullable<Config['s3']>): Promise<FileDriver> {
  const { S3Driver } = await import('./s3-driver.js');
  return new S3Driver(settings);
}
